import { useState } from 'react'
import { LightIcon, DarkIcon, Logo, Segmented, UiProvider, useTheme, type ThemeChoice } from '../index.ts'
import { ControlsShow } from './ControlsShow.tsx'
import { FeedbackShow } from './FeedbackShow.tsx'
import { LayoutShow } from './LayoutShow.tsx'
import { MarksShow } from './MarksShow.tsx'
import { OverlayShow } from './OverlayShow.tsx'
import css from './Showcase.module.css'

export function Showcase() {
  const asked = new URLSearchParams(location.search).get('theme')
  const [choice, setChoice] = useState<ThemeChoice>(asked === 'dark' || asked === 'light' ? asked : 'system')
  const theme = useTheme(choice)
  return (
    <UiProvider>
      <main className={css.page}>
        <div className={css.bar}>
          <h1 className={css.brand}>
            <Logo /> Meshwright, its parts
          </h1>
          <Segmented
            aria-label="Theme"
            value={theme}
            onChange={setChoice}
            options={[
              { value: 'light', label: 'Light', icon: <LightIcon size={14} /> },
              { value: 'dark', label: 'Dark', icon: <DarkIcon size={14} /> },
            ]}
          />
        </div>
        <MarksShow />
        <ControlsShow />
        <LayoutShow />
        <OverlayShow />
        <FeedbackShow />
      </main>
    </UiProvider>
  )
}
