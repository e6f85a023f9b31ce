/** Bytes of a file that is read; no design comes near it. */
const LARGEST_FILE = 20_000_000

/** Hands the user a file under a name, as any download. */
export function saveAs(name: string, content: Uint8Array | string, type: string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Lets the user choose one file and reads it as text; `undefined` when none was chosen. */
export function pickFile(
  accept: string,
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  return new Promise((resolve, reject) => {
    const field = document.createElement('input')
    field.type = 'file'
    field.accept = accept
    field.addEventListener('cancel', () => resolve(undefined))
    field.addEventListener('change', () => {
      const [file] = field.files ?? []
      if (file) readFile(file).then(resolve, reject)
      else resolve(undefined)
    })
    field.click()
  })
}

/** @throws Error with a sentence for a file that is too large to be a design. */
export async function readFile(file: File): Promise<{ readonly name: string; readonly text: string }> {
  if (file.size > LARGEST_FILE)
    throw new Error(
      `${file.name} has ${Math.round(file.size / 1_000_000)} MB; a design file has far less. Choose another.`,
    )
  return { name: file.name, text: await file.text() }
}
