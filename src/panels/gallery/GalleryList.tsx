import type { GalleryEntry } from '@meshwright/model/gallery'
import { PatternThumb } from '../../ui/index.ts'
import css from './Gallery.module.css'

const KINDS = [
  { kind: 'topology', heading: 'Sound, to measure' },
  { kind: 'published', heading: 'As published, with their faults' },
  { kind: 'example', heading: 'Examples' },
] as const

export interface GalleryListProps {
  readonly entries: readonly GalleryEntry[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** Everything the gallery holds, by kind. */
export function GalleryList({ entries, chosen, onChoose }: GalleryListProps) {
  return (
    <nav className={css.list} aria-label="Gallery">
      {KINDS.map(({ kind, heading }) => {
        const members = entries.filter((entry) => entry.kind === kind)
        if (members.length === 0) return null
        return (
          <section key={kind}>
            <h3 className={css.heading}>{heading}</h3>
            <ul>
              {members.map(({ id, title, shape }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={css.entry}
                    aria-current={id === chosen}
                    onClick={() => onChoose(id)}
                  >
                    <span className={css.thumb}>
                      <PatternThumb shape={shape} className={css.small} />
                    </span>
                    {title}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
