import type { Document } from '@meshwright/model'
import type { Finding, QuickFix } from '@meshwright/model/checks'
import { defaultDestination } from '@meshwright/model/forecast'
import { useMemo } from 'react'
import { actionKeys } from '../../store/actions/index.ts'
import { applyAllFixes, applyFix } from '../../store/gestures/findings.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, FixIcon } from '../../ui/index.ts'
import { FixLines } from '../common/fix/FixLines.tsx'
import { useReadOnly } from '../common/useDesign.ts'
import { reachEffectWords, useReachEffect } from '../reach/cell/useReachEffect.ts'
import css from './FindingFix.module.css'
import panes from './FindingsPanel.module.css'
import { effectInWords } from './fixEffect.ts'
import { fixableLike } from './listFindings.ts'
import { useFixEffect } from './useFixEffect.ts'

export interface FindingFixProps {
  readonly finding: Finding
  readonly findings: readonly Finding[]
}

/** The quick fix of a finding and the XML lines it will change, before it is done. */
export function FindingFix({ finding, findings }: FindingFixProps) {
  if (!finding.fix) return null
  return <Fix finding={finding} fix={finding.fix} alike={fixableLike(findings, finding)} />
}

interface FixProps {
  readonly finding: Finding
  readonly fix: QuickFix
  readonly alike: number
}

function Fix({ finding, fix, alike }: FixProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const { after, effect, isPartial } = useFixEffect(fix)
  const refusal = readOnly ? 'This design is only looked at. Make a copy to change it.' : undefined
  return (
    <section className={panes.fix} aria-label="Quick fix">
      <header className={css.head}>
        <FixIcon className={css.icon} />
        <h3 className={css.title}>{fix.label}</h3>
        {alike > 1 && (
          <Button unavailable={refusal} onClick={() => void applyAllFixes(store, finding.check)}>
            Fix all {alike}
          </Button>
        )}
        <Button
          kind="primary"
          keys={actionKeys('apply-fix')[0]}
          unavailable={refusal}
          onClick={() => applyFix(store, finding)}
        >
          Apply fix
        </Button>
      </header>
      <FixLines fix={fix} after={after} />
      <dl className={css.effects}>
        <dt>Findings</dt>
        <dd>
          {effect
            ? `${effectInWords(effect)}${isPartial ? '; the checks that were stopped may say more' : ''}.`
            : 'Asking the forecast what else changes…'}
        </dd>
        <Reached finding={finding} after={after} />
      </dl>
    </section>
  )
}

/** What the fix does to who reaches whom, in a line. */
function Reached({ finding, after }: { readonly finding: Finding; readonly after: Document }) {
  const design = useStore((state) => state.document.design)
  const off = useStore((state) => state.session.off)
  const named = finding.route?.destination
  const question = useMemo(
    () => ({ design, off, destination: named ?? defaultDestination(design) }),
    [design, off, named],
  )
  const effect = useReachEffect(question, after.design)
  return (
    <>
      <dt>Messages</dt>
      <dd>{effect ? reachEffectWords(effect, question.destination, !named).join(' ') : '…'}</dd>
    </>
  )
}
