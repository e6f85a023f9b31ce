/** A design as files to take away. It brings the XML writer along, so a page loads this door when it is first needed. */
export {
  exportFiles,
  type Exported,
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
} from './exportFiles.ts'
export { zipFiles, type ZippedFile } from './zipFiles.ts'
