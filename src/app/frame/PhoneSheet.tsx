import { useState } from 'react'
import { FindingsFilters } from '../../panels/index.ts'
import { CloseIcon, EnlargeIcon, IconButton, Segmented, ShrinkIcon } from '../../ui/index.ts'
import { useAwsRegions } from '../catalogues.ts'
import { FlowPanel, FlowSetupPanel, InspectorPanel } from './laterPanels.tsx'
import { PANELS, PanelContent, type ShownPanel } from './panelContent.tsx'
import css from './PhoneSheet.module.css'

export type Sheet = ShownPanel | 'details'

export interface PhoneSheetProps {
  readonly sheet: Sheet
  readonly isTall: boolean
  readonly onTall: (isTall: boolean) => void
  readonly onClose: () => void
}

/** A panel, or what is selected, under the drawing: what it lights up there stays in sight. */
export function PhoneSheet({ sheet, isTall, onTall, onClose }: PhoneSheetProps) {
  const awsRegions = useAwsRegions()
  const title = sheet === 'details' ? 'Details' : PANELS.find(({ id }) => id === sheet)?.label
  return (
    <section className={css.sheet} aria-label="Panel" data-tall={isTall || undefined}>
      <header className={css.head}>
        <h2>{title}</h2>
        <IconButton
          label={isTall ? 'Make the panel smaller' : 'Make the panel larger'}
          icon={isTall ? <ShrinkIcon /> : <EnlargeIcon />}
          onClick={() => onTall(!isTall)}
        />
        <IconButton label="Close" icon={<CloseIcon />} onClick={onClose} />
      </header>
      {sheet === 'findings' ? (
        <div className={css.filters}>
          <FindingsFilters />
        </div>
      ) : null}
      <div className={css.content}>
        {sheet === 'details' ? (
          <InspectorPanel awsRegions={awsRegions} />
        ) : sheet === 'flow' ? (
          <Flow />
        ) : (
          <PanelContent id={sheet} />
        )}
      </div>
    </section>
  )
}

/** The set-up of a run has no place of its own beside it here: one or the other. */
function Flow() {
  const [part, setPart] = useState<'run' | 'setup'>('run')
  return (
    <div className={css.flow}>
      <div className={css.parts}>
        <Segmented
          aria-label="What is shown"
          stretch
          value={part}
          options={[
            { value: 'run', label: 'The run' },
            { value: 'setup', label: 'Its set-up' },
          ]}
          onChange={setPart}
        />
      </div>
      <div className={css.part}>
        {part === 'run' ? (
          <FlowPanel onSetup={() => setPart('setup')} />
        ) : (
          <FlowSetupPanel onHide={() => setPart('run')} />
        )}
      </div>
    </div>
  )
}
