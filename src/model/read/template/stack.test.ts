import { expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { runChecks } from '../../checks/runChecks.ts'
import { networkOf } from '../../network/network.ts'
import { giveBack } from '../patch/giveBack.ts'
import { readFiles } from '../readFiles.ts'
import { strippedByTarget } from '../strippedByTarget.ts'

function read(text: string, path = 'stack.yaml') {
  const outcome = readFiles([{ path, bytes: new TextEncoder().encode(text) }])
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  const { design } = outcome.value.document
  const name = (id: string) => design.brokers.find((each) => each.id === id)?.name ?? id
  return {
    ...outcome.value,
    design,
    problems: outcome.problems,
    links: design.connectors.map(({ from, to }) => `${name(from)} > ${name(to)}`),
  }
}

const STACK = `Parameters:
  BridgeUser: {Type: String}
  HubName: {Type: String, Default: hub}
Resources:
  SubnetA:
    Type: AWS::EC2::Subnet
    Properties: {AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24}
  SubnetB:
    Type: AWS::EC2::Subnet
    Properties: {AvailabilityZone: eu-west-1b, CidrBlock: 10.0.1.0/24}
  Hub:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: !Ref HubName
      EngineType: ACTIVEMQ
      EngineVersion: '5.19'
      DeploymentMode: ACTIVE_STANDBY_MULTI_AZ
      HostInstanceType: mq.m5.large
      SubnetIds: [!Ref SubnetA, !Ref SubnetB]
      Users: [{Username: !Ref BridgeUser, Password: x}, {Username: admin, Password: y}]
  Leaf1:
    Type: AWS::AmazonMQ::Broker
    Properties: {BrokerName: !Sub '\${AWS::StackName}-1', EngineType: ACTIVEMQ, EngineVersion: '5.18', DeploymentMode: SINGLE_INSTANCE}
  Leaf2:
    Type: AWS::AmazonMQ::Broker
    Properties: {BrokerName: leaf-2, EngineType: ActiveMQ, EngineVersion: '5.19', DeploymentMode: SINGLE_INSTANCE}
  Rabbit:
    Type: AWS::AmazonMQ::Broker
    Properties: {BrokerName: rabbit, EngineType: RABBITMQ, EngineVersion: '3.13', DeploymentMode: CLUSTER_MULTI_AZ}
  LeafConfig:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Name: leaf
      Data:
        Fn::Base64:
          Fn::Sub:
            - |
              <broker xmlns="http://activemq.apache.org/schema/core">
                <networkConnectors>
                  <networkConnector name="to-hub" userName="\${BridgeUser}" duplex="true" uri="masterslave:(\${B1},\${B2})"/>
                </networkConnectors>
              </broker>
            - B1: !Select [0, !GetAtt Hub.OpenWireEndpoints]
              B2: !Select [1, !GetAtt Hub.OpenWireEndpoints]
  A1: {Type: AWS::AmazonMQ::ConfigurationAssociation, Properties: {Broker: !Ref Leaf1, Configuration: {Id: !Ref LeafConfig, Revision: 1}}}
  A2: {Type: AWS::AmazonMQ::ConfigurationAssociation, Properties: {Broker: !Ref Leaf2, Configuration: {Id: !Ref LeafConfig, Revision: 1}}}
`

test('a broker without a configuration is a broker of its own, with all that its template says', () => {
  const { design, links } = read(STACK)
  expect(design.brokers.map(({ name }) => name).toSorted()).toEqual(['Leaf1', 'hub', 'leaf-2'])
  expect(design.brokers.find(({ name }) => name === 'hub')).toMatchObject({
    instances: [{ zone: 'eu-west-1a' }, { zone: 'eu-west-1b' }],
    settings: { users: ['BridgeUser', 'admin'] },
    amazon: { instanceType: 'mq.m5.large' },
  })
  expect(design.regions.map(({ name }) => name)).toEqual(['eu-west-1'])
  expect(links).toEqual(['Leaf1 > hub', 'leaf-2 > hub'])
  // The address is worked out from the broker that it refers to.
  expect(design.connectors.map(({ uri }) => uri)).toEqual([undefined, undefined])
})

test('what CloudFormation fills in is no expression that Amazon MQ would remove', () => {
  const reading = read(STACK)
  expect(strippedByTarget(reading)).toEqual([])
  const errors = runChecks(networkOf(reading.design)).filter(({ severity }) => severity === 'error')
  expect(errors.map(({ check }) => check)).toEqual(['out-of-reach'])
  expect(reading.design.connectors[0]?.settings.userName).toBe('BridgeUser')
})

test('a template that nothing of changed is given back as it came', () => {
  const reading = read(STACK)
  const [file] = giveBack(reading, reading.design).files
  expect(file?.state).toBe('same')
})

test('brokers that share a configuration change together, and that is said', () => {
  const reading = read(STACK)
  const [first, second] = reading.design.connectors
  const set = (ids: readonly (string | undefined)[], networkTtl: number) =>
    ids.reduce(
      (document, id) =>
        applyEdit(document, { type: 'set-settings', id: id as `c${number}`, settings: { networkTtl } }),
      reading.document,
    )
  const both = giveBack(reading, set([first?.id, second?.id], 2).design)
  expect(both.problems).toEqual([])
  expect(both.files[0]).toMatchObject({ state: 'changed', added: 1, removed: 1 })
  const one = giveBack(reading, set([first?.id], 2).design)
  expect(one.problems.map(({ message }) => message).join()).toMatch(
    /Leaf1 and leaf-2 share this configuration, so what changed of one of them changes for all/,
  )
  expect(one.files[0]).toMatchObject({ state: 'changed', added: 1, removed: 1 })
})

test('a new connector on a broker without a configuration is told, since there is nowhere to write it', () => {
  const reading = read(STACK)
  const hub = reading.design.brokers.find(({ name }) => name === 'hub')
  const leaf = reading.design.brokers.find(({ name }) => name === 'leaf-2')
  const { design } = applyEdit(reading.document, {
    type: 'add-connector',
    connector: { id: 'c9', name: 'back', from: hub!.id, to: leaf!.id, settings: {}, filters: {} },
  })
  const { problems } = giveBack(reading, design)
  expect(problems.map(({ message }) => message).join()).toContain('hub has no configuration in this file')
})

test('JSON says the same: references, joined lists, and the id of a broker in a host', () => {
  const config = (uri: unknown) => ({
    Type: 'AWS::AmazonMQ::Configuration',
    Properties: {
      Name: 'x',
      Data: {
        'Fn::Base64': {
          'Fn::Join': [
            '',
            [
              '<broker xmlns="http://activemq.apache.org/schema/core"><networkConnectors><networkConnector name="n" userName="',
              { Ref: 'User' },
              '" uri="static:(',
              uri,
              ')"/></networkConnectors></broker>',
            ],
          ],
        },
      },
    },
  })
  const broker = (name: string, configuration?: string) => ({
    Type: 'AWS::AmazonMQ::Broker',
    Properties: {
      BrokerName: name,
      EngineType: 'ACTIVEMQ',
      DeploymentMode: 'SINGLE_INSTANCE',
      ...(configuration ? { Configuration: { Id: { Ref: configuration }, Revision: 1 } } : {}),
    },
  })
  const ways: readonly unknown[] = [
    { 'Fn::Select': [0, { 'Fn::GetAtt': ['Far', 'OpenWireEndpoints'] }] },
    { 'Fn::Join': [',', { 'Fn::GetAtt': ['Far', 'OpenWireEndpoints'] }] },
    { 'Fn::Sub': 'ssl://${Far}-1.mq.${AWS::Region}.amazonaws.com:61617' },
  ]
  for (const uri of ways) {
    const { links, design } = read(
      JSON.stringify({
        Parameters: { User: { Type: 'String', Default: 'bridge' } },
        Resources: { Near: broker('near', 'Config'), Far: broker('far'), Config: config(uri) },
      }),
      'stack.json',
    )
    expect(links).toEqual(['near > far'])
    expect(design.brokers).toHaveLength(2)
    expect(design.connectors[0]?.settings.userName).toBe('bridge')
  }
})
