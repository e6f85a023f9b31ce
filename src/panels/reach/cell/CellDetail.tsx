import { InfoIcon, StepMark, VerdictMark } from '../../../ui/index.ts'
import css from './Cell.module.css'
import type { ReadCell } from './readCell.ts'

/** One cell in words: what happens, step by step, with the numbers that stand on the drawing. */
export function CellDetail({ cell }: { readonly cell: ReadCell }) {
  const { mark, title, explanation, hint } = cell
  return (
    <article className={css.detail} aria-label="The pair in words">
      <VerdictMark verdict={mark} size={18} className={css.mark} />
      <div>
        <h3 className={css.title}>{title}</h3>
        <p className={css.lead}>{explanation.summary}</p>
        {hint === undefined ? null : (
          <p className={css.note}>
            <InfoIcon size={14} /> {hint}
          </p>
        )}
      </div>
      <ol className={css.steps}>
        {explanation.steps.map((step, index) => (
          <li key={`${index} ${step.title}`} className={css.step}>
            <StepMark step={index + 1} />
            <div>
              <h4 className={css.stepTitle}>{step.title}</h4>
              <p className={css.stepText}>{step.detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </article>
  )
}
