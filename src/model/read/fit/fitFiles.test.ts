import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import type { Design } from '../../design/design.ts'
import { AMAZON_SCHEMA_FOLDER, AMAZON_SCHEMA_LINES } from '../../fixtures/amazonSchema.ts'
import { readFiles } from '../readFiles.ts'
import type { Reading } from '../reading.ts'
import { strippedByTarget } from '../strippedByTarget.ts'
import { fitFiles } from './fitFiles.ts'

const NS = 'xmlns="http://activemq.apache.org/schema/core"'

function read(files: Readonly<Record<string, string>>): Reading {
  const outcome = readFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
  )
  if (!outcome.ok) throw new Error(outcome.problems[0].message)
  return outcome.value
}

function onAmazon({ document }: Reading): Design {
  const next = applyEdit(document, { type: 'set-design', fields: { target: 'amazon-mq', engine: '5.19' } })
  return document.design.brokers.reduce(
    (last, { id }) => applyEdit(last, { type: 'set-broker', id, fields: { target: null, engine: null } }),
    next,
  ).design
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

const HUB = `<?xml version="1.0"?>
<beans xmlns="http://www.springframework.org/schema/beans" xmlns:amq="http://activemq.apache.org/schema/core">
  <bean class="org.springframework.beans.factory.config.PropertyPlaceholderConfigurer"/>
  <!-- our hub -->
  <amq:broker brokerName="hub" dataDirectory="\${data}" advisorySupport="true">
    <amq:destinationPolicy>
      <amq:policyMap><amq:policyEntries>
        <amq:policyEntry queue=">" memoryLimit="\${limit}"/><!-- as measured -->
      </amq:policyEntries></amq:policyMap>
    </amq:destinationPolicy>
    <amq:networkConnectors>
      <amq:networkConnector name="to-leaf" uri="static:(tcp://\${leaf}:61616)" userName="bridge" password="hush-hush"
                            duplex="true"/>
    </amq:networkConnectors>
    <amq:transportConnectors>
      <amq:transportConnector name="openwire" uri="tcp://hub:61616"/>
      <amq:transportConnector name="mqtt" uri="mqtt://hub:1883"/>
    </amq:transportConnectors>
  </amq:broker>
</beans>
`
const LEAF = `<broker ${NS} brokerName="leaf"><transportConnectors><transportConnector uri="tcp://leaf-host:61616"/></transportConnectors></broker>\n`
const VALUES = 'limit=10mb\nleaf=leaf-host\n'

describe('files of brokers that move to Amazon MQ', () => {
  test('become documents of their own in their own style, and what is left out is told by line', async () => {
    const reading = read({ 'hub.xml': HUB, 'leaf.xml': LEAF, 'hub.properties': VALUES })
    const { files, leftOut, stays, problems } = fitFiles(reading, onAmazon(reading))
    const [hub] = files
    await expect(textOf(hub?.bytes)).toMatchFileSnapshot('../../fixtures/expect/moved-to-amazon.xml')
    expect(leftOut.map(({ file, line, what }) => `${file}:${line} ${what}`)).toMatchInlineSnapshot(`
      [
        "hub.xml:5 beans",
        "hub.xml:5 broker@brokerName",
        "hub.xml:5 broker@dataDirectory",
        "hub.xml:12 networkConnector@password",
        "hub.xml:16 transportConnector@uri",
        "hub.xml:17 transportConnector@name",
        "hub.xml:17 transportConnector@uri",
        "leaf.xml:1 broker@brokerName",
        "leaf.xml:1 transportConnector@uri",
        "leaf.xml:1 transportConnector",
      ]
    `)
    expect(stays).toEqual([])
    expect(problems.map(({ code }) => code)).not.toContain('one-configuration')
  })

  test('hold no password and nothing that is left to be taken out', () => {
    const reading = read({ 'hub.xml': HUB, 'leaf.xml': LEAF, 'hub.properties': VALUES })
    const { files } = fitFiles(reading, onAmazon(reading))
    expect(files.map(({ bytes }) => textOf(bytes)).join('')).not.toContain('hush-hush')
    const again = read(Object.fromEntries(files.map(({ path, bytes }) => [path, textOf(bytes)])))
    expect(strippedByTarget(again, { target: 'amazon-mq' })).toEqual([])
    expect(again.document.design.brokers.map(({ name }) => name)).toEqual(['hub', 'leaf'])
    expect(again.document.design.target).toBe('amazon-mq')
  })

  test('are one a broker where a file holds several, and one for both instances of a pair', () => {
    const both = read({
      'all.xml': `<beans><broker ${NS} brokerName="a"/><broker ${NS} brokerName="b"/></beans>`,
    })
    expect(fitFiles(both, onAmazon(both)).files.map(({ path }) => path)).toEqual(['all-a.xml', 'all-b.xml'])
    const store = '<persistenceAdapter><kahaDB directory="/shared/x"/></persistenceAdapter>'
    const pair = read({
      'x-1.xml': `<broker ${NS} brokerName="x">${store}</broker>`,
      'x-2.xml': `<broker ${NS} brokerName="x">${store}</broker>`,
    })
    const { files, problems } = fitFiles(pair, onAmazon(pair))
    expect(files.map(({ path }) => path)).toEqual(['x-1.xml'])
    expect(problems.find(({ code }) => code === 'one-configuration')?.message).toBe(
      'On Amazon MQ both instances of x have one configuration: it is written for x-1.xml, and x-2.xml is left out.',
    )
  })

  test('are written anew where a file holds connectors alone', () => {
    const reading = read({
      'hub.xml': `<networkConnectors><networkConnector name="n" uri="static:(tcp://b:61616)"/></networkConnectors>`,
    })
    const [only] = fitFiles(reading, onAmazon(reading)).files
    expect(textOf(only?.bytes)).toMatch(/<broker\s+xmlns=[^]*<networkConnector\s+name="n"/)
  })
})

describe('files that were on Amazon MQ before', () => {
  const DIRTY = `<broker ${NS}>
  <!-- kept -->
  <networkConnectors>
    <networkConnector name="n" uri="static:(ssl://b.example:61617)" userName="u"
                      password="hush-hush"/>
  </networkConnectors>
  <plugins><simpleAuthenticationPlugin/></plugins>
</broker>
`
  test('stay byte for byte, and what AWS would remove is told', () => {
    const reading = read({ 'a.xml': DIRTY })
    const { files, stays, leftOut } = fitFiles(reading, reading.document.design)
    expect(reading.document.design.target).toBe('amazon-mq')
    expect(textOf(files[0]?.bytes)).toBe(DIRTY)
    expect(stays.map(({ line, what }) => [line, what])).toEqual([
      [5, 'networkConnector@password'],
      [7, 'broker/plugins/simpleAuthenticationPlugin'],
    ])
    expect(leftOut).toEqual([])
  })

  test('lose exactly those lines where that is asked for', () => {
    const reading = read({ 'a.xml': DIRTY })
    const { files, stays, leftOut } = fitFiles(reading, reading.document.design, { strip: true })
    expect(textOf(files[0]?.bytes)).toBe(
      DIRTY.replace('\n                      password="hush-hush"', '').replace(
        '<simpleAuthenticationPlugin/>',
        '',
      ),
    )
    expect([stays.length, leftOut.length]).toEqual([0, 2])
  })

  test('stay the same bytes where there is nothing to take out', () => {
    const clean = DIRTY.replace('<simpleAuthenticationPlugin/>', '').replace(
      '\n                      password="hush-hush"',
      '',
    )
    const reading = read({ 'a.xml': clean })
    const { files } = fitFiles(reading, reading.document.design, { strip: true })
    expect(files[0]?.bytes).toBe(reading.sources[0]?.bytes)
  })
})

const CORPUS = '../shared/corpus'
const present = existsSync(AMAZON_SCHEMA_FOLDER) && existsSync(CORPUS)
if (!present)
  console.warn('Real files on their way to Amazon MQ not held against its schemas: they are not there.')

describe.runIf(present).each(Object.entries(AMAZON_SCHEMA_LINES))(
  "Amazon's own schema for %s",
  (engine, name) => {
    test('takes every real file that moves there', () => {
      const schema = XmlDocument.fromBuffer(readFileSync(join(AMAZON_SCHEMA_FOLDER, name)))
      const validator = XsdValidator.fromDoc(schema)
      const bad: string[] = []
      let count = 0
      for (const path of readdirSync(CORPUS).filter((file) => file.endsWith('.xml'))) {
        const outcome = readFiles([{ path, bytes: new Uint8Array(readFileSync(join(CORPUS, path))) }])
        if (!outcome.ok) continue
        const reading = outcome.value
        const design = { ...onAmazon(reading), engine: `${engine}.0` } as Design
        for (const { bytes } of fitFiles(reading, design, { strip: true }).files) {
          const document = XmlDocument.fromBuffer(bytes)
          try {
            validator.validate(document)
          } catch (error) {
            if (!(error instanceof XmlValidateError)) throw error
            bad.push(`${path}: ${error.details[0]?.message}`)
          } finally {
            document.dispose()
          }
          if (/="[^"]*[$#]\{/.test(textOf(bytes).replace(/<!--[^]*?-->/g, '')))
            bad.push(`${path}: an expression`)
          count++
        }
      }
      expect(bad).toEqual([])
      expect(count).toBeGreaterThan(70)
      validator.dispose()
      schema.dispose()
    })
  },
)
