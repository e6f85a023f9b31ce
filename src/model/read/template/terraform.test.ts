import { expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { giveBack } from '../patch/giveBack.ts'
import { patchFiles } from '../patch/patchFile.ts'
import { readFiles } from '../readFiles.ts'
import { strippedByTarget } from '../strippedByTarget.ts'

const MODULE = `variable "bridge_user" { type = string }
variable "engine" {
  default = "5.19"
}

resource "aws_mq_broker" "primary" {
  broker_name        = "hub"
  engine_type        = "ActiveMQ"
  engine_version     = var.engine
  deployment_mode    = "ACTIVE_STANDBY_MULTI_AZ"
  host_instance_type = "mq.m5.large"
  user {
    username = var.bridge_user
    password = var.secret # } kept
  }
}

resource "aws_mq_broker" "edge" {
  broker_name    = "leaf"
  engine_type    = "ActiveMQ"
  engine_version = "5.18"
  configuration {
    id       = aws_mq_configuration.edge.id
    revision = aws_mq_configuration.edge.latest_revision
  }
}

resource "aws_mq_broker" "rabbit" {
  broker_name = "rabbit"
  engine_type = "RabbitMQ"
}

resource "aws_mq_configuration" "edge" {
  name        = "edge"
  engine_type = "ActiveMQ"
  data = <<-DATA
    <broker xmlns="http://activemq.apache.org/schema/core">
      <networkConnectors>
        <networkConnector name="up" userName="\${var.bridge_user}" duplex="true"
            uri="masterslave:(\${aws_mq_broker.primary.instances.0.endpoints.0},\${aws_mq_broker.primary.instances[1].endpoints[0]})"/>
      </networkConnectors>
    </broker>
  DATA
}
`

function read(text: string) {
  const outcome = readFiles([{ path: 'main.tf', bytes: new TextEncoder().encode(text) }])
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

test.each([
  ['LF', MODULE],
  ['CR LF', MODULE.replaceAll('\n', '\r\n')],
])('brokers and configurations of Terraform are one network, with %s', (_, text) => {
  const reading = read(text)
  const { design } = reading.document
  const name = (id: string | undefined) => design.brokers.find((each) => each.id === id)?.name
  expect(design.brokers.map((each) => [each.name, each.instances.length])).toEqual([
    ['leaf', 1],
    ['hub', 2],
  ])
  const [connector] = design.connectors
  expect([name(connector?.from), name(connector?.to)]).toEqual(['leaf', 'hub'])
  // The address is worked out from the broker that it refers to.
  expect(connector).not.toHaveProperty('uri')
  expect(connector?.settings.userName).toBe('bridge_user')
  expect(design.brokers.find((each) => each.name === 'hub')?.settings?.users).toEqual(['bridge_user'])
  expect(strippedByTarget(reading)).toEqual([])
  expect(giveBack(reading, design).files[0]?.state).toBe('same')
})

test('a declaration stands at the start of a heredoc whose indent Terraform takes away', () => {
  const outcome = readFiles([
    {
      path: 'main.tf',
      bytes: new TextEncoder().encode(
        MODULE.replace('<<-DATA\n', '<<-DATA\n    <?xml version="1.0" encoding="UTF-8"?>\n'),
      ),
    },
  ])
  expect(outcome.problems).toEqual([])
  expect(outcome.ok && outcome.value.document.design.connectors).toHaveLength(1)
})

test('a change goes into the heredoc, and every reference stays', () => {
  const reading = read(MODULE)
  const { design } = applyEdit(reading.document, {
    type: 'set-settings',
    id: reading.document.design.connectors[0]!.id,
    settings: { duplex: false, networkTtl: 2 },
  })
  const [file] = giveBack(reading, design).files
  const changed = new TextDecoder().decode(file?.bytes)
  expect(file).toMatchObject({ state: 'changed' })
  expect(changed).toContain('duplex="false"')
  expect(changed).toContain('${aws_mq_broker.primary.instances[1].endpoints[0]}')
  expect(read(changed).document.design.connectors[0]?.settings).toMatchObject({
    duplex: false,
    networkTtl: 2,
  })
})

test('what nobody closes is read as far as it goes, and costs no more than its length', () => {
  const open = 'resource "aws_mq_configuration" "a" {\n'
  for (const text of [
    'resource "aws_mq_broker" "a" {',
    `${open}data = <<X\n<broker`,
    `${open}${'data = <<X\n'.repeat(50_000)}`,
    `${open}${'{'.repeat(200_000)}`,
    `${open}${'a = <<X\nX\n'.repeat(20_000)}}`,
  ])
    expect(() => readFiles([{ path: 'x.tf', bytes: new TextEncoder().encode(text) }])).not.toThrow()
})

test('an engine that changes is not written, and that is said', () => {
  const reading = read(MODULE)
  const leaf = reading.document.design.brokers.find(({ name }) => name === 'leaf')
  if (!leaf) throw new Error('leaf was read')
  const { design } = applyEdit(reading.document, {
    type: 'set-broker',
    id: leaf.id,
    fields: { engine: '5.19' },
  })
  const { files, problems } = patchFiles(reading, design)
  expect(files.map(({ changed }) => changed)).toEqual([false])
  expect(problems.map(({ message }) => message)).toEqual([
    "leaf runs 5.19 in the design, and this file says 5.18, which stays. Change it where the file says the engine's version.",
  ])
})
