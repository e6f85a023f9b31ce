import { KeyCap } from '../controls/KeyCap.tsx'
import css from './ShortcutSheet.module.css'

export interface ShortcutGroup {
  readonly title: string
  readonly rows: readonly {
    readonly label: string
    /** Each is enough by itself: `['Delete', 'Backspace']`. */
    readonly keys: readonly string[]
  }[]
}

/** The layout of the cheat sheet: groups in columns, keys at the right. */
export function ShortcutSheet({ groups }: { readonly groups: readonly ShortcutGroup[] }) {
  return (
    <div className={css.sheet}>
      {groups.map((group) => (
        <section key={group.title} className={css.group}>
          <h3 className={css.title}>{group.title}</h3>
          <dl>
            {group.rows.map((row) => (
              <div key={row.label} className={css.row}>
                <dt>{row.label}</dt>
                <dd className={css.keys}>
                  {row.keys.map((keys) => (
                    <KeyCap key={keys} keys={keys} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
