import { readDocumentText, refused, type Document, type Outcome } from '@meshwright/model'
import { readOwn } from './readOwn.ts'

/** One of the gallery's files, by the name that the index gives it. Never rejects. */
export async function readGalleryDesign(file: string): Promise<Outcome<Document>> {
  try {
    return readDocumentText(await readOwn(`gallery/${file}`))
  } catch (error) {
    const message = error instanceof Error ? error.message : 'The file could not be read.'
    return refused({ code: 'not-fetched', message: `${message} Try again.` })
  }
}
