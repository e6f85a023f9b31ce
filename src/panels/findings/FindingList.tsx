import { findingKey, type Finding } from '@meshwright/model/checks'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { touchedBy } from '../../store/checks/findings.ts'
import { Button, SeverityMark } from '../../ui/index.ts'
import { useNetwork } from '../common/useDesign.ts'
import { useInSight } from '../common/useInSight.ts'
import css from './FindingList.module.css'
import panes from './FindingsPanel.module.css'
import { touchesInWords } from './listFindings.ts'

export interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly chosen: Finding
  readonly onChoose: (finding: Finding) => void
}

/** A network of a thousand brokers can have thousands of findings; so many are drawn at once. */
const PAGE = 150

export function FindingList({ findings, chosen, onChoose }: FindingListProps) {
  const store = useStoreApi()
  const network = useNetwork()
  const list = useRef<HTMLElement>(null)
  const key = findingKey(chosen)
  const at = findings.findIndex((finding) => findingKey(finding) === key)
  const [pages, setPages] = useState(1)
  const most = Math.max(pages * PAGE, at + 1)
  useInSight(list, `[data-finding="${CSS.escape(key)}"]`)
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: findings.length - 1 }[event.key]
    const next = to === undefined ? undefined : findings[to]
    if (!next) return
    event.preventDefault()
    onChoose(next)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus())
  }
  return (
    <section className={panes.list} ref={list} aria-label="List of findings">
      {findings.slice(0, most).map((finding) => {
        const isChosen = finding === chosen
        return (
          <button
            key={findingKey(finding)}
            type="button"
            className={css.item}
            aria-current={isChosen}
            tabIndex={isChosen ? 0 : -1}
            data-finding={findingKey(finding)}
            onClick={() => onChoose(finding)}
            onKeyDown={onKeyDown}
            onPointerEnter={() => store.getState().setSession({ lit: touchedBy(finding) })}
            onPointerLeave={() => store.getState().setSession({ lit: [] })}
          >
            <SeverityMark severity={finding.severity} label={finding.severity} />
            <span className={css.message}>{finding.message}</span>
            <span className={css.meta}>
              {finding.check} · {touchesInWords(network, finding)}
            </span>
          </button>
        )
      })}
      {findings.length > most && (
        <Button kind="link" size="small" onClick={() => setPages(pages + 1)}>
          Show {Math.min(PAGE, findings.length - most)} more of {findings.length}
        </Button>
      )}
    </section>
  )
}
