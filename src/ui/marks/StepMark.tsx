import css from './StepMark.module.css'

/** A number in a disc: ties a place on the drawing to a sentence. */
export function StepMark({ step, label }: { readonly step: number; readonly label?: string | undefined }) {
  const voice = label === undefined ? {} : { role: 'img', 'aria-label': label }
  return (
    <span className={css.step} {...voice}>
      {step}
    </span>
  )
}
