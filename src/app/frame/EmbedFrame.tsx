import { useState } from 'react'
import { Canvas } from '../../canvas/index.ts'
import { useStore } from '../../store/react.ts'
import { TabList, TabPanel, Tabs } from '../../ui/index.ts'
import css from './EmbedFrame.module.css'
import { PANELS, PanelContent } from './panelContent.tsx'

/** In somebody else's page: the drawing, and under it the panels that the link names. */
export function EmbedFrame() {
  const wanted = useStore((state) => state.session.embedPanels)
  const panels = PANELS.filter(({ id }) => wanted?.some((other) => other === id))
  const [first] = panels
  const [chosen, setChosen] = useState(first?.id)
  const panel = panels.find(({ id }) => id === chosen) ?? first
  return (
    <div className={css.frame}>
      <main className={css.canvas} aria-label="Drawing">
        <Canvas />
      </main>
      {panel ? (
        <section className={css.panel} aria-label="Panel">
          <Tabs value={panel.id} onChange={setChosen}>
            <TabList label="Panel" items={panels.map(({ id, label }) => ({ id, label }))} />
            <TabPanel id={panel.id}>
              <PanelContent id={panel.id} />
            </TabPanel>
          </Tabs>
        </section>
      ) : null}
    </div>
  )
}
