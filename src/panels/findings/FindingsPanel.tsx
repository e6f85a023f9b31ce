import { findingKey, type Finding } from '@meshwright/model/checks'
import { useState } from 'react'
import { checksStateOf } from '../../store/checks/findings.ts'
import { openFinding } from '../../store/gestures/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import { ArrowLeftIcon, Button, EmptyState, PassedIcon, SeverityMark, Spinner } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import { ChecksLine } from './ChecksLine.tsx'
import { chooseFindings, useChosenFindings } from './filterState.ts'
import { FindingDetail } from './FindingDetail.tsx'
import { FindingFix } from './FindingFix.tsx'
import { FindingList } from './FindingList.tsx'
import shared from '../common/panel.module.css'
import list from './FindingList.module.css'
import css from './FindingsPanel.module.css'
import { listFindings, type FindingFilter } from './listFindings.ts'

/** What is wrong, why it matters, and what would cure it; under the list, whether all checks have run. */
export function FindingsPanel() {
  const store = useStoreApi()
  const findings = useFindings()
  const filter = useChosenFindings()
  const chosenKey = useStore((state) => state.session.finding)
  const shown = listFindings(findings, filter)
  const chosen = shown.find((finding) => findingKey(finding) === chosenKey) ?? shown[0]
  // Where there is no room for both, what is shown is the list, or the one finding that was chosen.
  const [isOne, setOne] = useState(chosenKey !== undefined)
  return (
    <div className={shared.room}>
      {chosen ? (
        <div className={css.panel} data-fix={chosen.fix !== undefined} data-one={isOne || undefined}>
          <div className={css.column}>
            <FindingList
              findings={shown}
              chosen={chosen}
              onChoose={(finding) => {
                openFinding(store, finding)
                setOne(true)
              }}
            />
            <ChecksLine />
          </div>
          <div className={css.chosen}>
            <header className={css.back}>
              <Button kind="quiet" icon={<ArrowLeftIcon />} onClick={() => setOne(false)}>
                All findings
              </Button>
              <p className={list.message}>
                <SeverityMark severity={chosen.severity} size={14} label={chosen.severity} /> {chosen.message}
              </p>
            </header>
            <FindingDetail finding={chosen} />
            <FindingFix finding={chosen} findings={findings} />
          </div>
        </div>
      ) : (
        <div className={css.nothing}>
          <NothingFound filter={filter} all={findings} />
          <ChecksLine />
        </div>
      )}
    </div>
  )
}

function NothingFound({ filter, all }: { readonly filter: FindingFilter; readonly all: readonly Finding[] }) {
  const isEmpty = useStore((state) => state.document.design.brokers.length === 0)
  const { state, done, total } = useStore(checksStateOf)
  const ignored = all.filter((finding) => finding.ignored !== undefined).length
  if (state === 'loading') {
    return (
      <p className={css.loading}>
        <Spinner /> Loading the checks…
      </p>
    )
  }
  if (filter !== 'all' && all.length > 0) {
    return (
      <EmptyState
        title={filter === 'ignored' ? 'Nothing is ignored' : `No ${filter}s`}
        actions={<Button onClick={() => chooseFindings('all')}>Show all findings</Button>}
      >
        {filter === 'ignored' && 'A finding that you decide to live with stays here, with its reason.'}
      </EmptyState>
    )
  }
  if (isEmpty) {
    return (
      <EmptyState title="Nothing to check yet">
        Add brokers and connect them: the checks follow every change.
      </EmptyState>
    )
  }
  const isAll = state === 'done'
  return (
    <EmptyState
      title={isAll ? 'Nothing to fix' : 'Nothing found so far'}
      {...(isAll ? { mood: 'good', icon: <PassedIcon /> } : {})}
    >
      {counted(done, 'check')} passed{isAll ? '' : ` of ${total}`}
      {state === 'running' ? '; the forecast is still being asked' : ''}.
      {ignored > 0 && ` ${ignored} ${ignored === 1 ? 'is' : 'are'} ignored.`}
    </EmptyState>
  )
}
