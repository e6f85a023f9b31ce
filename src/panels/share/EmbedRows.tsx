import { VIEW_PANELS, type ViewPanel } from '@meshwright/model/share'
import { useState } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { Chip, CopyButton, Field, Segmented, TextArea } from '../../ui/index.ts'
import css from './Share.module.css'
import { embedCode, type ShareChoices } from './shareLink.ts'

const SIZES = {
  small: { width: '640', height: 400 },
  large: { width: '960', height: 600 },
  wide: { width: '100%', height: 600 },
} as const

type Size = keyof typeof SIZES

const PANEL_NAMES: Readonly<Record<ViewPanel, string>> = {
  findings: 'Findings',
  reach: 'Who reaches whom',
  flow: 'Flow',
  xml: 'XML',
  summary: 'Summary',
  outline: 'Outline',
}

interface EmbedRowsProps {
  readonly url: string
  readonly name: string
  readonly choices: Pick<ShareChoices, 'theme' | 'panels'>
  readonly onChange: (choices: Partial<ShareChoices>) => void
}

/** How large the frame is, what it shows in which theme, and the code to paste. */
export function EmbedRows({ url, name, choices, onChange }: EmbedRowsProps) {
  const store = useStoreApi()
  const [size, setSize] = useState<Size>('wide')
  const code = embedCode(url, name, SIZES[size].width, SIZES[size].height)
  const toggle = (panel: ViewPanel) =>
    onChange({
      panels: VIEW_PANELS.filter((other) => choices.panels.includes(other) !== (other === panel)),
    })
  return (
    <div className={css.parts}>
      <Field label="Size">
        <Segmented
          value={size}
          options={[
            { value: 'small', label: '640 × 400' },
            { value: 'large', label: '960 × 600' },
            { value: 'wide', label: 'Full width' },
          ]}
          onChange={setSize}
        />
      </Field>
      <Field label="Theme" help="In the link as t=light or t=dark.">
        <Segmented
          value={choices.theme}
          options={[
            { value: 'system', label: "As the reader's" },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChange={(theme) => onChange({ theme })}
        />
      </Field>
      <fieldset className={css.panels}>
        <legend>Panels under the drawing</legend>
        {VIEW_PANELS.map((panel) => (
          <Chip key={panel} pressed={choices.panels.includes(panel)} onClick={() => toggle(panel)}>
            {PANEL_NAMES[panel]}
          </Chip>
        ))}
        <p>
          {choices.panels.length === 0
            ? 'None: the drawing alone. Chosen ones stand in the link as p=findings.xml.'
            : `In the link as p=${choices.panels.join('.')}.`}
        </p>
      </fieldset>
      <Field label="Code to paste" help="The page that holds it needs to allow frames of this address.">
        <TextArea value={code} mono rows={4} readOnly />
      </Field>
      <div className={css.end}>
        <CopyButton label="Copy code" copy={() => store.ports.clipboard.write(code)} />
      </div>
    </div>
  )
}
