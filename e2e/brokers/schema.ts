import { readFile } from 'node:fs/promises'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { build } from './build.ts'

const validators = new Map<string, Promise<XsdValidator>>()

/**
 * Holds a `<broker>` document against the schema that this engine version carries. The answer is what the
 * schema objects to, a line each; empty when the document is valid. A document with a `<beans>` root needs
 * Spring's schema as well and always fails here.
 */
export async function validate(version: string, xml: string): Promise<string[]> {
  const validator = await (validators.get(version) ?? compile(version))
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromString(xml)
    validator.validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError)
      return error.details.map(({ line, message }) => `${line}: ${message.trim()}`)
    return [error instanceof Error ? error.message.trim() : String(error)]
  } finally {
    document?.dispose()
  }
}

function compile(version: string): Promise<XsdValidator> {
  const compiled = build(version).then(async ({ schema }) => {
    const document = XmlDocument.fromBuffer(await readFile(schema))
    const validator = XsdValidator.fromDoc(document)
    document.dispose()
    return validator
  })
  validators.set(version, compiled)
  return compiled
}
