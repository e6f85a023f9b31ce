import { memo, useEffect, useMemo, useRef } from 'react'
import { useStore, useStoreApi } from '../../../store/react.ts'
import { ArrowRightIcon, CopyButton, CopyIcon, OkMark, StopMark } from '../../../ui/index.ts'
import css from './Flow.module.css'
import { runInWords, wordsAsText, type WordKind, type WordLine } from '../run/runWords.ts'
import { useSetFlow } from '../useFlowSession.ts'
import type { Run } from '../run/useRun.ts'

/** The run as text: all of it, with what is to come fainter. A line goes to its step. */
export function WordsLog({ run }: { readonly run: Run }) {
  const store = useStoreApi()
  const setFlow = useSetFlow()
  const step = useStore((state) => Math.floor(state.session.flow.time))
  const list = useRef<HTMLOListElement>(null)
  const lines = useMemo(() => runInWords(run.network, run.simulation), [run])
  const last = lines.findLastIndex((line) => line.step <= step)
  const lastStep = lines[last]?.step ?? -1

  useEffect(() => {
    const element = list.current
    const row = element?.children[Math.max(0, last)] as HTMLElement | undefined
    if (!element || !row) return
    // Scrolls the list alone: `scrollIntoView` would move the page as well.
    element.scrollTop = Math.max(0, row.offsetTop + row.offsetHeight - element.clientHeight + 8)
  }, [last])

  return (
    <section className={css.words} aria-label="The run in words">
      <header className={css.wordsHead}>
        <h3>In words</h3>
        <CopyButton
          kind="quiet"
          size="small"
          label="Copy"
          copy={() => store.ports.clipboard.write(wordsAsText(lines))}
        />
      </header>
      <ol ref={list} className={css.log}>
        {lines.map((line, index) => (
          <LogLine
            key={line.id}
            line={line}
            state={index > last ? 'ahead' : line.step === lastStep ? 'now' : 'past'}
            onGo={(time) => setFlow({ time, isPlaying: false })}
          />
        ))}
      </ol>
      {lines.length === 0 ? <p className={css.nothing}>No message is sent in this run.</p> : null}
    </section>
  )
}

interface LogLineProps {
  readonly line: WordLine
  readonly state: 'past' | 'now' | 'ahead'
  readonly onGo: (step: number) => void
}

const LogLine = memo(
  function LogLine({ line, state, onGo }: LogLineProps) {
    return (
      <li>
        <button type="button" className={css.line} data-state={state} onClick={() => onGo(line.step)}>
          <span className={css.lineStep}>{line.step}</span>
          {MARKS[line.kind]}
          <span>
            <b>{line.what}</b> {line.text}
          </span>
        </button>
      </li>
    )
  },
  (a, b) => a.line === b.line && a.state === b.state,
)

const MARKS: Readonly<Record<WordKind, React.ReactNode>> = {
  hop: <ArrowRightIcon size={14} className={css.hop} />,
  received: <OkMark size={14} />,
  stuck: <StopMark size={14} />,
  copied: <CopyIcon size={14} className={css.hop} />,
}
