import {
  differenceMarkdown,
  isEmptyDifference,
  tellTally,
  type DifferenceAlone,
} from '@meshwright/model/diff'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { compareTitles, endCompare, reachedCompare, swapSides } from '../../store/compare/compare.ts'
import { runAction } from '../../store/actions/index.ts'
import { goBackTo } from '../../store/keeping/versions.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import {
  Button,
  Callout,
  CloseIcon,
  CompareIcon,
  CopyButton,
  EmptyState,
  IconButton,
  PassedIcon,
  Spinner,
  SwapIcon,
  UndoIcon,
} from '../../ui/index.ts'
import { ChangeRows } from './ChangeRows.tsx'
import css from './ComparePanel.module.css'
import { FileRows } from './FileRows.tsx'
import { ReachRows } from './ReachRows.tsx'
import { RolloutSteps } from './RolloutSteps.tsx'

/** What differs between the open design and another one, and how to get from one to the other. */
export function ComparePanel() {
  const store = useStoreApi()
  const compare = useStore((state) => state.session.compare)
  const openName = useStore((state) => state.document.design.name)
  const isBehind = useStore((state) => state.session.compare?.answer?.of !== state.document.design)
  const title = useRef<HTMLHeadingElement>(null)
  const isNew = compare?.isNew === true
  useEffect(() => {
    if (!isNew) return
    title.current?.focus()
    reachedCompare(store)
  }, [store, isNew])
  if (!compare) {
    return (
      <EmptyState
        icon={<CompareIcon />}
        title="Nothing is compared"
        actions={<Button onClick={() => runAction(store, 'compare')}>Compare with…</Button>}
      >
        Hold this design against an earlier version, another design, a link, or the files that brokers run
        with.
      </EmptyState>
    )
  }
  const titles = compareTitles(compare, openName)
  const { answer, trouble } = compare
  // Escape leaves the comparison from its fields too, where the page's own keys do not reach.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    endCompare(store)
  }
  return (
    <div className={css.room} role="presentation" onKeyDown={leave}>
      <div className={css.head}>
        <h2 ref={title} className={css.title} tabIndex={-1}>
          {titles.before} <span aria-hidden>→</span> {titles.after}
        </h2>
        <p className={css.tally} aria-live="polite">
          {answer ? tellTally(answer.difference) : null}
          {trouble === undefined && isBehind ? (
            <span className={css.busy}>
              <Spinner size={13} /> Comparing…
            </span>
          ) : null}
        </p>
        <span className={css.tools}>
          {answer ? (
            <CopyButton
              size="small"
              label="Copy as Markdown"
              copy={() => store.ports.clipboard.write(differenceMarkdown(answer.difference, titles))}
            />
          ) : null}
          {compare.versions ? (
            <Button
              size="small"
              icon={<UndoIcon size={14} />}
              onClick={() => goBackTo(store, compare.other, compare.name)}
            >
              Go back to it
            </Button>
          ) : null}
          <Button size="small" icon={<SwapIcon size={14} />} onClick={() => swapSides(store)}>
            Turn around
          </Button>
          <IconButton
            size="small"
            label="Close the comparison"
            icon={<CloseIcon size={14} />}
            onClick={() => endCompare(store)}
          />
        </span>
      </div>
      {trouble === undefined ? null : <Callout tone="error">{trouble}</Callout>}
      {!answer ? null : isEmptyDifference(answer.difference) ? (
        <EmptyState mood="good" icon={<PassedIcon />} title="The same in meaning">
          {tellSame(answer.difference)}
        </EmptyState>
      ) : (
        <div className={css.columns}>
          <Column title="What differs">
            <ChangeRows compare={compare} difference={answer.difference} />
          </Column>
          <Column title="Who reaches whom, and files">
            <ReachRows difference={answer.difference} />
            <FileRows difference={answer.difference} />
          </Column>
          <Column title="Rollout">
            <RolloutSteps compare={compare} difference={answer.difference} />
          </Column>
        </div>
      )}
    </div>
  )
}

/** Files may be written otherwise all the same. */
function tellSame({ files: { sameInMeaning } }: DifferenceAlone): string {
  if (sameInMeaning.length === 0) return "No broker's file changes, and whoever reached another still does."
  return `Whoever reached another still does. Written otherwise, but the same in meaning: ${sameInMeaning.join(', ')}.`
}

function Column({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  // Reached by Tab, so that a long list can be scrolled without a pointer.
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region
    <section className={css.column} aria-label={title} tabIndex={0}>
      {children}
    </section>
  )
}
