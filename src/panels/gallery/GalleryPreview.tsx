import type { Document } from '@meshwright/model'
import { countFindings } from '../../store/checks/findings.ts'
import { OkMark, SeverityCounts, SeverityMark, Spinner } from '../../ui/index.ts'
import { DesignPicture } from '../common/DesignPicture.tsx'
import { counted } from '../common/words.ts'
import css from './Gallery.module.css'
import { useFindingsOf } from './useFindingsOf.ts'

/** Findings beyond this are counted. */
const MOST = 4

export interface GalleryPreviewProps {
  readonly document: Document | undefined
  /** Why it could not be read. */
  readonly trouble: string | undefined
}

/** The design drawn small, and what the checks say of it. */
export function GalleryPreview({ document, trouble }: GalleryPreviewProps) {
  const { findings, isComplete } = useFindingsOf(document?.design)
  const serious = findings.filter(({ severity }) => severity !== 'note')
  if (!document) {
    return (
      <div className={css.preview}>
        {trouble === undefined ? <Spinner label="Reading the design" /> : <p>{trouble}</p>}
      </div>
    )
  }
  const { design } = document
  return (
    <div className={css.preview}>
      <div className={css.picture}>
        <DesignPicture document={document} label={`${design.name}, drawn`} />
      </div>
      <p className={css.counts}>
        {counted(design.brokers.length, 'broker')}, {counted(design.connectors.length, 'connector')}
        {serious.length === 0 ? (
          <span className={css.good}>
            {isComplete ? <OkMark size={14} /> : <Spinner size={14} />}
            {isComplete ? 'no error and no warning' : 'nothing yet; the forecast is still being asked'}
          </span>
        ) : (
          <SeverityCounts counts={countFindings(serious)} />
        )}
      </p>
      <ul className={css.findings}>
        {serious.slice(0, MOST).map((finding) => (
          <li key={`${finding.check} ${finding.message}`}>
            <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
            <span>{finding.message}</span>
          </li>
        ))}
        {serious.length > MOST && <li>and {serious.length - MOST} more</li>}
      </ul>
    </div>
  )
}
