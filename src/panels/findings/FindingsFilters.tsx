import { useFindings } from '../../store/react.ts'
import { Chip } from '../../ui/index.ts'
import css from './FindingsPanel.module.css'
import { chooseFindings, useChosenFindings } from './filterState.ts'
import { countByFilter, FILTERS } from './listFindings.ts'

/** All, errors, warnings, notes, ignored: stands in the row of tabs. */
export function FindingsFilters() {
  const counts = countByFilter(useFindings())
  const chosen = useChosenFindings()
  return (
    <fieldset className={css.filters} aria-label="Which findings">
      {FILTERS.map(({ id, label }) => (
        <Chip key={id} pressed={chosen === id} onClick={() => chooseFindings(id)}>
          {label} {counts[id]}
        </Chip>
      ))}
    </fieldset>
  )
}
