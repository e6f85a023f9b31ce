import { describe, expect, test } from 'vitest'
import { NS, read } from '../../fixtures/fileReadings.ts'

describe('templates and pasted text', () => {
  const inner = (name: string, target: string) =>
    `<broker ${NS}><networkConnectors><networkConnector name="${name}" userName="u" uri="static:(\${${target}.OpenWireEndpoints})"/></networkConnectors></broker>`

  const json = JSON.stringify({
    Resources: {
      One: {
        Type: 'AWS::AmazonMQ::Configuration',
        Properties: { Data: { 'Fn::Base64': { 'Fn::Sub': inner('x', 'Second') } } },
      },
      Two: { Type: 'AWS::AmazonMQ::Configuration', Properties: { Data: btoa(`<broker ${NS}/>`) } },
      First: {
        Type: 'AWS::AmazonMQ::Broker',
        Properties: {
          BrokerName: 'first',
          DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ',
          Configuration: { Id: { Ref: 'One' } },
        },
      },
      Second: {
        Type: 'AWS::AmazonMQ::Broker',
        Properties: { BrokerName: 'second', Configuration: { Id: { Ref: 'Two' } } },
      },
    },
  })

  const yaml = `Resources:
  One:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Data:
        Fn::Base64: !Sub |
          ${inner('x', 'Second')}
  Two:
    Type: AWS::AmazonMQ::Configuration
    Properties:
      Data: ${btoa(`<broker ${NS}/>`)}
  First:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: first
      DeploymentMode: ACTIVE_STANDBY_MULTI_AZ
      Configuration:
        Id: !Ref One
  Second:
    Type: AWS::AmazonMQ::Broker
    Properties:
      BrokerName: second
      Configuration:
        Id: !Ref Two
`

  test.each([
    ['JSON', json],
    ['YAML', yaml],
  ])('CloudFormation in %s: names, pairs, and references as addresses', (_, text) => {
    const { design, links } = read({ 'stack.template': text })
    expect(links).toEqual(['first > second'])
    expect(design).toMatchObject({
      target: 'amazon-mq',
      brokers: [{ instances: [{}, {}] }, { instances: [{}] }],
    })
  })

  const guide = `Cross Region

Network connectors for Broker1:

<networkConnectors> <networkConnector name="1_to_2" userName="u" duplex="true" uri="static:(ssl://"/> <networkConnector name="1_to_4" userName="u" duplex="true" uri="static:(ssl://"/> </networkConnectors>

Network connectors for Broker4:

<networkConnectors> <networkConnector name=“4_to_1” userName="u" duplex="true" uri="static:(ssl://"/> </networkConnectors>`

  test("the guide's text, whose addresses are cut off, is guessed from names and says so", () => {
    const { links, problems, guesses, design } = read({ 'pasted.txt': guide })
    expect(links).toEqual(['Broker1 > Broker2', 'Broker1 > Broker4', 'Broker4 > Broker1'])
    expect(design.target).toBe('amazon-mq')
    expect(design.brokers.some(({ external }) => external)).toBe(false)
    expect(guesses.map(({ kind }) => kind)).toEqual(['connector', 'connector', 'connector'])
    expect(guesses[0]?.why).toContain('Its address is cut off')
    expect(problems.map(({ code }) => code)).toEqual(['pasted'])
  })

  test('several examples in one text stay apart, each under its heading', () => {
    const { links, design } = read({
      'guide.txt': `Mesh Topology\n\nNetwork connectors for Broker1:\n\n<networkConnectors><networkConnector name="1_to_2" uri="static:(ssl://"/></networkConnectors>\n\n${guide}`,
    })
    expect(design.regions.map(({ name }) => name)).toEqual(['Mesh', 'Cross Region'])
    expect(links[0]).toBe('Mesh-Broker1 > Mesh-Broker2')
    expect(links).toContain('Cross-Region-Broker4 > Cross-Region-Broker1')
  })

  test('configurations in Terraform are called as their resources, and lead to each other by reference', () => {
    const resource = (name: string, inside: string) =>
      `resource "aws_mq_configuration" "${name}" {\n  data = <<DATA\n<broker ${NS}><networkConnectors>${inside}</networkConnectors></broker>\nDATA\n}\n`
    const { links, questions, design } = read({
      'main.tf':
        resource(
          'hub',
          '<networkConnector name="n" uri="static:(${aws_mq_broker.leaf.instances[0].endpoints[0]})"/>',
        ) + resource('leaf', ''),
    })
    expect(links).toEqual(['hub > leaf'])
    expect(questions).toEqual([])
    expect(design.target).toBe('amazon-mq')
  })
})
