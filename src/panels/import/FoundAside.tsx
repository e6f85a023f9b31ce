import type { Document } from '@meshwright/model'
import type { Finding } from '@meshwright/model/checks'
import { countFindings } from '../../store/checks/findings.ts'
import type { Found } from '../../store/import/importing.ts'
import { SeverityCounts, SeverityMark, Spinner } from '../../ui/index.ts'
import { DesignPicture } from '../common/DesignPicture.tsx'
import css from './Import.module.css'

/** Findings beyond this are counted. */
const MOST = 4
/** Names in a picture of more brokers cannot be read. */
const MOST_NAMED = 40

export interface FoundAsideProps {
  readonly found: Found
  /** Answers are being worked in. */
  readonly busy: boolean
}

/** The network drawn small, and the faults that are known already. */
export function FoundAside({ found: { document, findings }, busy }: FoundAsideProps) {
  return <Aside document={document} findings={findings} busy={busy} />
}

interface AsideProps {
  readonly document: Document
  readonly findings: readonly Finding[]
  readonly busy: boolean
}

export function Aside({ document, findings, busy }: AsideProps) {
  const { design } = document
  const serious = findings.filter(({ severity }) => severity !== 'note')
  return (
    <div className={css.aside} aria-busy={busy}>
      <div className={css.picture}>
        <DesignPicture
          document={document}
          label={`${design.name}, drawn`}
          names={design.brokers.length <= MOST_NAMED}
        />
        {busy && (
          <span className={css.busy}>
            <Spinner size={14} label="Working the answer in" />
          </span>
        )}
      </div>
      <p className={css.counts}>
        {serious.length > 0 ? 'What is wrong with it' : 'No error and no warning so far'}
        {serious.length > 0 && <SeverityCounts counts={countFindings(serious)} />}
      </p>
      {serious.length > 0 && (
        <ul className={css.findings}>
          {serious.slice(0, MOST).map((finding) => (
            <li key={`${finding.check} ${finding.message}`}>
              <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
              <span>{finding.message}</span>
            </li>
          ))}
          {serious.length > MOST && (
            <li className={css.more}>
              and {serious.length - MOST} more, each with its reason once it is open
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
