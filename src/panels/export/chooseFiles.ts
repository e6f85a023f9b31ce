import type { BrokerId, Design } from '@meshwright/model'
import type { ExportFile } from '@meshwright/model/export'
import type { FileNames } from '@meshwright/model/xml'

/** What leaves the page: somebody's own files, what the model writes, or the design file. */
export type Format = 'own' | 'xml' | 'connectors' | 'summary' | 'design'

/** The files that belong to chosen brokers; files that belong to no broker (the summary) always stay. */
export function chooseFiles(
  files: readonly ExportFile[],
  names: ReadonlyMap<BrokerId, FileNames>,
  chosen: ReadonlySet<BrokerId>,
): readonly ExportFile[] {
  const left = new Set<string>()
  for (const [id, { configurations, connectors, properties }] of names) {
    if (!chosen.has(id)) for (const path of [...configurations, connectors, properties]) left.add(path)
  }
  return files.filter(({ path }) => !left.has(path))
}

/** The name of the archive: the design's own, as far as every file system takes it. */
export function archiveName(design: Pick<Design, 'name'>, format: Format): string {
  const stem = design.name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'design'
  return `${stem}${format === 'connectors' ? '-connectors' : format === 'own' ? '-files' : ''}.zip`
}

/** `12 kB`, of a text as it will be written. */
export function sizeInWords(text: string): string {
  const bytes = new TextEncoder().encode(text).length
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`
}
