import { useState } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { Button, PatternThumb, ReloadIcon, Segmented, Spinner, type PatternShape } from '../../ui/index.ts'
import type { Fetched } from '../props.ts'
import css from './Palette.module.css'

/** A topology of the gallery as a small card. */
export interface TopologyCard {
  readonly id: string
  readonly name: string
  readonly shape: PatternShape
  /** As a guide published it, fault included, so that people see it being caught. */
  readonly published: boolean
}

/** Whole topologies: the sound ones, or those that guides published with a fault. A click opens the gallery there. */
export function Topologies({ topologies }: { readonly topologies: Fetched<readonly TopologyCard[]> }) {
  const store = useStoreApi()
  const [kind, setKind] = useState<'sound' | 'published'>('sound')
  const open = (id: string) => store.getState().setSession({ dialog: 'gallery', dialogText: id })
  return (
    <section className={css.part} aria-labelledby="palette-topologies">
      <header className={css.head}>
        <h2 id="palette-topologies" className={css.title}>
          Topologies
        </h2>
        <Segmented
          aria-label="Which topologies"
          className={css.switch}
          value={kind}
          options={[
            { value: 'sound', label: 'Sound' },
            { value: 'published', label: 'Published' },
          ]}
          onChange={setKind}
        />
      </header>
      {topologies.status === 'loading' && <Spinner label="Reading the gallery" />}
      {topologies.status === 'failed' && (
        <div className={css.failed}>
          <p>{topologies.message}</p>
          <Button size="small" icon={<ReloadIcon size={14} />} onClick={topologies.retry}>
            Try again
          </Button>
        </div>
      )}
      {topologies.status === 'ready' && (
        <ul className={css.cards}>
          {topologies.value
            .filter(({ published }) => published === (kind === 'published'))
            .map(({ id, name, shape }) => (
              <li key={id}>
                <button type="button" className={css.card} onClick={() => open(id)}>
                  <span className={css.thumb}>
                    <PatternThumb shape={shape} />
                  </span>
                  <span className={css.cardName}>{name}</span>
                </button>
              </li>
            ))}
        </ul>
      )}
      {kind === 'published' && <p className={css.hint}>As the guides print them, faults included.</p>}
    </section>
  )
}
