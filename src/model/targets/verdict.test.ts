import { describe, expect, test } from 'vitest'
import { NETWORK_CONNECTOR } from '../dialects/network-connector.ts'
import { verdictFor, verdictForChild, verdictForValue } from './verdict.ts'

describe('Amazon MQ', () => {
  test.each([
    'password',
    'remoteUserName',
    'remotePassword',
    'autoStart',
    'sslContext',
    'username',
    'statusKeepAlive',
  ])('removes %s from a connector without a word', (attribute) => {
    expect(verdictFor('amazon-mq', '5.19', 'networkConnector', attribute).verdict).toBe('stripped')
  })

  test('takes 37 attributes of a connector', () => {
    const taken = Object.values(NETWORK_CONNECTOR).filter(
      ({ xml }) => verdictFor('amazon-mq', '5.19', 'networkConnector', xml).verdict === 'permitted',
    )
    expect(taken).toHaveLength(37)
  })

  test('removes brokerName, and nobody knows what it does with networkConnectorStartAsync', () => {
    expect(verdictFor('amazon-mq', '5.19', 'broker', 'brokerName').verdict).toBe('stripped')
    expect(verdictFor('amazon-mq', '5.19', 'broker', 'networkConnectorStartAsync').verdict).toBe('unknown')
  })

  test('takes maxUncommittedCount from 5.19 on', () => {
    expect(verdictFor('amazon-mq', '5.19', 'broker', 'maxUncommittedCount').verdict).toBe('permitted')
    expect(verdictFor('amazon-mq', '5.18', 'broker', 'maxUncommittedCount')).toMatchObject({
      verdict: 'stripped',
      note: 'Amazon MQ takes it from 5.19 on.',
    })
  })

  test('takes the replay factory in its wrapper, and removes it without', () => {
    const factory = 'conditionalNetworkBridgeFilterFactory'
    expect(verdictForChild('amazon-mq', '5.19', 'policyEntry', factory).verdict).toBe('stripped')
    expect(verdictForChild('amazon-mq', '5.19', 'policyEntry', 'networkBridgeFilterFactory').verdict).toBe(
      'permitted',
    )
    expect(
      verdictForChild('amazon-mq', '5.19', 'policyEntry/networkBridgeFilterFactory', factory).verdict,
    ).toBe('permitted')
  })

  test('removes plugins and elements that it does not know', () => {
    expect(verdictForChild('amazon-mq', '5.19', 'broker/plugins', 'simpleAuthenticationPlugin').verdict).toBe(
      'stripped',
    )
    expect(verdictFor('amazon-mq', '5.19', 'managementContext').verdict).toBe('stripped')
    expect(verdictFor('amazon-mq', '5.19', 'networkConnectors').verdict).toBe('permitted')
  })

  test.each([
    ['broker', 'advisorySupport', '${x}', 'stripped'],
    ['networkConnector', 'uri', 'static:(#{y})', 'stripped'],
    ['networkConnector', 'duplex', 'TRUE', 'rejected'],
    ['networkConnector', 'duplex', '1', 'permitted'],
    ['networkConnector', 'networkTTL', 'two', 'rejected'],
    ['networkConnector', 'networkTTL', '-1', 'permitted'],
    ['networkConnector', 'prefetchSize', '2k', 'permitted'],
    ['broker', 'advisorySupport', 'nonsense', 'permitted'],
    ['transportConnector', 'name', 'openwire', 'permitted'],
    ['transportConnector', 'name', 'extra', 'rejected'],
    ['transportConnector', 'uri', 'tcp://x:1', 'stripped'],
    ['memoryUsage', 'percentOfJvmHeap', '71', 'rejected'],
    ['prefetchRatePendingMessageLimitStrategy', 'multiplier', '2.5', 'permitted'],
    ['networkConnector', 'unknown', '1', 'stripped'],
  ])('value of %s %s="%s": %s', (element, attribute, value, verdict) => {
    expect(verdictForValue('amazon-mq', '5.19', element, attribute, value).verdict).toBe(verdict)
  })
})

describe('self-managed', () => {
  test('a broker refuses what its engine does not know, and says since when it is known', () => {
    expect(verdictFor('self-managed', '5.15', 'networkConnector', 'remoteUserName')).toMatchObject({
      verdict: 'rejected',
      note: 'ActiveMQ 5.15 does not know remoteUserName yet (it came with 5.16.4) and would not start.',
    })
    expect(verdictFor('self-managed', '5.17', 'networkConnector', 'remoteUserName').verdict).toBe('permitted')
    expect(verdictFor('self-managed', '5.19', 'networkConnector', 'statusKeepAlive').verdict).toBe('rejected')
  })

  test('what no table knows is unknown, not refused', () => {
    expect(verdictFor('self-managed', '5.19', 'broker', 'start').verdict).toBe('unknown')
    expect(verdictFor('self-managed', '5.19', 'camelContext').verdict).toBe('unknown')
    expect(verdictForChild('self-managed', '5.19', 'broker', 'plugins').verdict).toBe('unknown')
  })

  test('the replay factory needs its wrapper', () => {
    expect(
      verdictForChild('self-managed', '5.19', 'policyEntry', 'conditionalNetworkBridgeFilterFactory').verdict,
    ).toBe('rejected')
  })

  test('an expression is a value like any other', () => {
    expect(verdictForValue('self-managed', '5.19', 'networkConnector', 'uri', 'static:(${x})').verdict).toBe(
      'permitted',
    )
  })
})

test('every verdict says how it is known', () => {
  const elements = ['networkConnector', 'broker', 'policyEntry', 'queue', 'nothing']
  const attributes = [
    undefined,
    'name',
    'brokerName',
    'networkConnectorStartAsync',
    'queue',
    'autoStart',
    'other',
  ]
  const verdicts = (['amazon-mq', 'self-managed'] as const).flatMap((target) =>
    elements.flatMap((element) =>
      attributes.map((attribute) => verdictFor(target, '5.18', element, attribute)),
    ),
  )
  expect(verdicts.filter(({ source }) => source.length < 10)).toEqual([])
})
