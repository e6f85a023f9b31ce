import { describe, expect, test } from 'vitest'
import { destinationOf, named } from '../../fixtures/named.ts'
import { forecastPair } from '../forecast.ts'
import { forecastClients } from '../clients/clients.ts'

const ways = '{ networkTTL=2 suppressDuplicateTopicSubscriptions=false }'
const diamond = `engine 6.3; a -> b ${ways}; a -> c ${ways}; b -> d ${ways}; c -> d ${ways}`
const policy = 'policy on a for topic://> { priorityNetworkDispatch=true }'

describe('the dispatch policy that drops copies', () => {
  test.each([
    ['without it each route brings one (48 of 24 seen)', diamond, 2],
    ['with it on the broker where routes part one comes (24 of 24 seen)', `${diamond}; ${policy}`, 1],
    ['elsewhere it drops nothing', `${diamond}; ${policy.replace('on a', 'on d')}`, 2],
    ['nor for another topic', `${diamond}; ${policy.replace('topic://>', 'topic://y')}`, 2],
  ])('%s', (_, text, copies) => {
    const { network, id } = named(text)
    const destination = destinationOf('topic://x')
    const flow = forecastPair(network, { from: id('a'), to: id('d'), destination })
    expect(flow).toMatchObject({ verdict: 'always', exact: true, copies: { min: copies, max: copies } })
    const question = { destination, producers: [id('a')], consumers: [{ broker: id('d'), count: 2 }] }
    expect(forecastClients(network, question)).toMatchObject([{ copies: { min: copies, max: copies } }])
  })
})
