import { useState } from 'react'
import { useStoreApi } from '../../store/react.ts'
import { CopyButton, Field, Segmented, TextArea } from '../../ui/index.ts'
import css from './Share.module.css'
import { embedCode } from './shareLink.ts'

const SIZES = {
  small: { width: '640', height: 400 },
  large: { width: '960', height: 600 },
  wide: { width: '100%', height: 600 },
} as const

type Size = keyof typeof SIZES

/** How large the frame is, and the code to paste. */
export function EmbedRows({ url, name }: { readonly url: string; readonly name: string }) {
  const store = useStoreApi()
  const [size, setSize] = useState<Size>('wide')
  const code = embedCode(url, name, SIZES[size].width, SIZES[size].height)
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
      <Field label="Code to paste" help="The page that holds it needs to allow frames of this address.">
        <TextArea value={code} mono rows={4} readOnly />
      </Field>
      <div className={css.end}>
        <CopyButton label="Copy code" copy={() => store.ports.clipboard.write(code)} />
      </div>
    </div>
  )
}
