import type { Document } from '@meshwright/model'
import { useState } from 'react'
import { batch } from '../../../store/gestures/add.ts'
import { applyFix } from '../../../store/gestures/findings.ts'
import { useStoreApi } from '../../../store/react.ts'
import { Button, FixIcon, Spinner } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { counted } from '../../common/words.ts'
import { FixLines } from '../../common/fix/FixLines.tsx'
import cell from './Cell.module.css'
import css from './HelpCard.module.css'
import type { Answered } from '../useReachAnswer.ts'
import { reachEffectWords, useReachEffect } from './useReachEffect.ts'
import { ttlInWords, type Help } from './whatHelps.ts'

interface HelpCardProps {
  readonly document: Document
  readonly help: Help
  readonly answered: Answered
}

/** The change that lets a cell's messages pass, what it does to all pairs, and its XML, before it is made. */
export function HelpCard({ document, help, answered }: HelpCardProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const [hasLines, setHasLines] = useState(false)
  const { fix, finding } = help
  const ttl = ttlInWords(fix)
  const refusal = readOnly ? 'This design is only looked at. Make a copy to change it.' : undefined
  const apply = () => {
    if (finding) applyFix(store, finding)
    else {
      const label = fix.label.charAt(0).toLowerCase() + fix.label.slice(1)
      store.getState().edit(batch(fix.label, fix.edits), { label })
      store.getState().toast(`${fix.label}: done.`, { undo: true })
    }
  }
  return (
    <section className={css.help} aria-label="What would let it pass">
      <FixIcon className={css.icon} />
      <div className={css.words}>
        <h4 className={cell.stepTitle}>{fix.label}</h4>
        <p className={cell.stepText}>
          {ttl ? (
            <>
              <code>{ttl.code}</code> on {counted(ttl.connectors, 'connector')}.{' '}
            </>
          ) : null}
          This pair then: {help.verdict}.
        </p>
        <Effect help={help} answered={answered} />
        <div className={css.actions}>
          <Button kind="primary" size="small" unavailable={refusal} onClick={apply}>
            Apply fix
          </Button>
          <Button
            size="small"
            pressed={hasLines}
            aria-expanded={hasLines}
            onClick={() => setHasLines(!hasLines)}
          >
            {hasLines ? 'Hide the XML' : 'Show the XML'}
          </Button>
        </div>
        {hasLines ? <FixLines fix={fix} after={{ ...document, design: help.after }} /> : null}
      </div>
    </section>
  )
}

/** How many pairs get better and worse: for the destination, and for the other kind where that gets worse. */
function Effect({ help, answered }: Pick<HelpCardProps, 'help' | 'answered'>) {
  const effect = useReachEffect(answered.question, help.after)
  if (!effect) {
    return (
      <p className={cell.stepText}>
        <Spinner size={12} label="Working out the effect" />
      </p>
    )
  }
  return reachEffectWords(effect, answered.question.destination).map((words) => (
    <p key={words} className={cell.stepText}>
      {words}
    </p>
  ))
}
