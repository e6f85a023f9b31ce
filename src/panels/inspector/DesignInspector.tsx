import { useEffect, useRef } from 'react'
import { effectiveSettings, isPair, type Design, type Network, type Patch } from '@meshwright/model'
import { findingKey } from '@meshwright/model/checks'
import { openFinding } from '../../store/gestures/findings.ts'
import { countFindings, openFindings } from '../../store/checks/findings.ts'
import { useFindings, useStore, useStoreApi } from '../../store/react.ts'
import {
  Button,
  EditableName,
  Section,
  Select,
  SettingRow,
  SeverityCounts,
  SeverityMark,
  TextInput,
} from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import { useUnchecked } from '../common/useUnchecked.ts'
import { counted, numeral } from '../common/words.ts'
import { EngineInput } from './settings/EngineInput.tsx'
import css from './Inspector.module.css'
import { NewConnectors } from './NewConnectors.tsx'
import { TARGETS } from '../common/targetWords.ts'

/** With nothing selected: the design itself, its counts and what is wrong with it. */
export function DesignInspector({ network }: { readonly network: Network }) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const { design } = network
  const bridgeUser = useRef<HTMLInputElement>(null)
  const field = useStore((state) => state.session.field)
  useEffect(() => {
    if (field === undefined) return
    bridgeUser.current?.focus()
    bridgeUser.current?.select()
    store.getState().setSession({ field: undefined })
  }, [field, store])
  const set = (
    fields: Patch<Pick<Design, 'name' | 'target' | 'engine' | 'bridgeUser' | 'newConnector'>>,
    label: string,
  ) => store.getState().edit({ type: 'set-design', fields }, { label })
  return (
    <>
      <div className={css.identity}>
        <EditableName
          value={design.name}
          label="Name of the design"
          readOnly={readOnly}
          onCommit={(name) =>
            name.trim() !== '' && set({ name: name.trim() }, `rename the design to ${name.trim()}`)
          }
        />
        <Counts design={design} />
      </div>
      <Section title="Every broker, unless it says otherwise">
        <div className={css.facts}>
          <SettingRow
            label="Runs on"
            changed
            meaning="Where the brokers run decides what their configuration may say."
          >
            <Select
              value={design.target}
              options={TARGETS}
              disabled={readOnly}
              onChange={(target) => set({ target }, 'change the target of the design')}
            />
          </SettingRow>
          <SettingRow
            label="Engine"
            changed
            meaning="The ActiveMQ version. A line such as 5.19 stands for its newest patch."
          >
            <EngineInput
              value={design.engine}
              target={design.target}
              readOnly={readOnly}
              onCommit={(engine) => set({ engine }, `set the engine to ${engine}`)}
            />
          </SettingRow>
        </div>
        <SettingRow
          label="Bridge user"
          meaning="The user that every connector logs in with, unless it names its own. It must exist on both brokers. Passwords are never in a design."
          changed={design.bridgeUser !== undefined}
          onReset={readOnly ? undefined : () => set({ bridgeUser: null }, 'clear the bridge user')}
          resetLabel="Back to none"
        >
          <TextInput
            ref={bridgeUser}
            value={design.bridgeUser ?? ''}
            placeholder="none"
            readOnly={readOnly}
            onCommit={(user) => set({ bridgeUser: user.trim() || null }, 'set the bridge user')}
          />
        </SettingRow>
      </Section>
      <NewConnectors
        design={design}
        onChange={(newConnector) => set({ newConnector }, 'change the defaults of new connectors')}
      />
      <OpenFindings />
    </>
  )
}

function Counts({ design }: { readonly design: Design }) {
  const pairs = design.brokers.filter(isPair).length
  const outside = design.brokers.filter(({ external }) => external).length
  const oneWay = design.connectors.filter(
    ({ settings }) => !effectiveSettings(settings, design.engine).duplex,
  ).length
  const cells = [
    {
      count: design.brokers.length,
      noun: 'broker',
      detail: [pairs && counted(pairs, 'pair'), outside && `${numeral(outside)} outside`],
    },
    { count: design.connectors.length, noun: 'connector', detail: [oneWay && `${numeral(oneWay)} one-way`] },
    { count: design.regions.length, noun: 'region', detail: [] },
  ] as const
  return (
    <div className={css.counts}>
      {cells.map(({ count, noun, detail }) => (
        <div key={noun} className={css.count}>
          <b>{numeral(count)}</b>
          {count === 1 ? noun : `${noun}s`}
          <span>{detail.filter(Boolean).join(', ')}</span>
        </div>
      ))}
    </div>
  )
}

const MOST = 5

function OpenFindings() {
  const store = useStoreApi()
  const findings = openFindings(useFindings())
  const none = useUnchecked() === undefined ? 'nothing to fix' : 'not all checked yet'
  return (
    <Section
      title="Findings"
      summary={findings.length > 0 ? <SeverityCounts counts={countFindings(findings)} /> : none}
      foldable={false}
    >
      <ul className={css.list}>
        {findings.slice(0, MOST).map((finding) => (
          <li key={findingKey(finding)}>
            <button type="button" className={css.row} onClick={() => openFinding(store, finding)}>
              <SeverityMark severity={finding.severity} size={14} label={finding.severity} />
              <span className={css.rowName}>{finding.message}</span>
            </button>
          </li>
        ))}
      </ul>
      {findings.length > MOST && (
        <Button kind="link" size="small" onClick={() => store.getState().setSession({ panel: 'findings' })}>
          All {counted(findings.length, 'finding')}
        </Button>
      )}
    </Section>
  )
}
