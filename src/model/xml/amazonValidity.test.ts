import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { AMAZON_SCHEMA_FOLDER, AMAZON_SCHEMA_LINES } from '../fixtures/amazonSchema.ts'
import { arbitraryDesign } from '../fixtures/arbitraryDesign.ts'
import { networkOf } from '../network/network.ts'
import { writeConfiguration } from './writeConfiguration.ts'

const present = existsSync(AMAZON_SCHEMA_FOLDER)
if (!present) console.warn(`Exports not held against Amazon's schemas: ${AMAZON_SCHEMA_FOLDER} is not there.`)

describe.runIf(present).each(Object.entries(AMAZON_SCHEMA_LINES))(
  "Amazon's own schema for %s",
  (engine, file) => {
    test('takes the files of 500 random designs, and none of them holds what it would remove', () => {
      const schema = XmlDocument.fromBuffer(readFileSync(join(AMAZON_SCHEMA_FOLDER, file)))
      const validator = XsdValidator.fromDoc(schema)
      fc.assert(
        fc.property(
          arbitraryDesign({ texts: 'hostile', target: 'amazon-mq', engines: [engine] }),
          (design) => {
            const network = networkOf(design)
            const texts = design.brokers.flatMap(({ id }) => writeConfiguration(network, id)?.text ?? [])
            expect(texts.flatMap((text) => objections(validator, text))).toEqual([])
            expect(texts.filter((text) => /="[^"]*[$#]\{/.test(text))).toEqual([])
          },
        ),
        { numRuns: 500 },
      )
      validator.dispose()
      schema.dispose()
    })

    test('refuses what it does not know, so that the test above can fail', () => {
      const validator = XsdValidator.fromDoc(
        XmlDocument.fromBuffer(readFileSync(join(AMAZON_SCHEMA_FOLDER, file))),
      )
      const text = '<broker xmlns="http://activemq.apache.org/schema/core" brokerName="a"/>'
      expect(objections(validator, text)).toHaveLength(1)
      validator.dispose()
    })
  },
)

function objections(validator: XsdValidator, text: string): readonly string[] {
  const document = XmlDocument.fromString(text)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message)
    throw error
  } finally {
    document.dispose()
  }
}
