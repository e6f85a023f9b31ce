import { useState } from 'react'
import { CodeView, CopyButton, type CodeLine, type CodeSpan } from '../index.ts'

const name = (text: string): CodeSpan => ({ text, kind: 'name' })
const key = (text: string): CodeSpan => ({ text, kind: 'key' })
const value = (text: string, foldAt?: number): CodeSpan => ({ text, kind: 'value', foldAt })
const plain = (text: string): CodeSpan => ({ text })

const uri = 'static:(ssl://b-8d1e0f7a-1111-2222-3333-444455556666-1.mq.eu-west-1.example.com:61617)'
const lines: readonly CodeLine[] = [
  { id: 'note', number: 13, spans: [{ text: '<!-- to the spokes -->', kind: 'note' }] },
  { id: 'open', number: 14, spans: [plain('<'), name('networkConnector')], label: 'hub-to-billing' },
  {
    id: 'name',
    number: 15,
    spans: [plain('  '), key('name'), plain('='), value('"hub-to-billing"')],
    tone: 'selected',
  },
  { id: 'ttl', spans: [plain('  '), key('networkTTL'), plain('='), value('"2"')], change: 'added' },
  {
    id: 'old',
    number: 16,
    spans: [plain('  '), key('duplex'), plain('='), value('"false"')],
    change: 'removed',
  },
  {
    id: 'uri',
    number: 17,
    spans: [plain('  '), key('uri'), plain('='), value(`"${uri}"`, 26)],
    tone: 'error',
  },
  {
    id: 'user',
    number: 18,
    spans: [plain('  '), key('userName'), plain('='), value('"bridge"'), plain('/>')],
  },
]

export function CodeSample() {
  const [chosen, setChosen] = useState('nothing yet')
  return (
    <div style={{ flex: 1, minWidth: 260, display: 'grid', gap: 12 }}>
      <CodeView
        label="hub.xml"
        lines={lines}
        onSelectLine={(line) => setChosen(line.id)}
        header={
          <>
            hub.xml, line chosen: {chosen}
            <span style={{ marginInlineStart: 'auto' }}>
              <CopyButton
                iconOnly
                size="small"
                kind="quiet"
                label="Copy hub.xml"
                copy={() => Promise.resolve()}
              />
            </span>
          </>
        }
      />
      <CodeView label="The same, to read" lines={lines.slice(1, 4)} />
    </div>
  )
}
