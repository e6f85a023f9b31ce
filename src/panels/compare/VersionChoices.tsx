import { useCallback, useEffect, useState } from 'react'
import { compareWith, versionsOf, type Version } from '../../store/compare/compare.ts'
import { keepVersion } from '../../store/keeping/versions.ts'
import type { KeptVersion } from '../../store/keeping/versionShelf.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, DeleteIcon, Field, IconButton, TextInput } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import { ago } from '../designs/ago.ts'
import { Choices, type Choice } from './Choices.tsx'
import css from './CompareDialog.module.css'

/** Earlier versions of the open design: those that this browser keeps, and the last steps of this tab. */
export function VersionChoices() {
  const store = useStoreApi()
  const design = useStore((state) => state.kept?.id)
  const [steps] = useState(() => versionsOf(store.getState()))
  const [kept, setKept] = useState<readonly KeptVersion[]>([])
  const [name, setName] = useState('')
  const [now] = useState(() => store.ports.now())
  const listed = useCallback(
    async () => (design === undefined ? [] : ((await store.ports.versions?.list(design)) ?? [])),
    [store, design],
  )
  const read = () => void listed().then(setKept, () => setKept([]))
  useEffect(() => {
    listed().then(setKept, () => setKept([]))
  }, [listed])

  const choose = async (version: KeptVersion) => {
    const document = design === undefined ? undefined : await store.ports.versions?.load(design, version.id)
    const { own, toast } = store.getState()
    if (document)
      compareWith(store, { other: document, name: version.name, versions: true, ...(own ? { own } : {}) })
    else {
      toast('That version is no longer in this browser. Choose another.', { tone: 'error' })
      read()
    }
  }
  const put = async () => {
    if (!(await keepVersion(store, name.trim() === '' ? 'Kept by hand' : name.trim()))) return
    setName('')
    read()
  }
  const remove = async (version: KeptVersion) => {
    if (design !== undefined) await store.ports.versions?.remove(design, version.id)
    read()
  }
  const items: readonly Choice[] = [
    ...kept.map((version) => ({
      key: version.id,
      name: version.name,
      detail: `${ago(version.at, now)} · ${counted(version.brokers, 'broker')}`,
      onChoose: () => void choose(version),
      more: (
        <IconButton
          kind="quiet"
          size="small"
          label={`Remove the version ${version.name}`}
          icon={<DeleteIcon size={14} />}
          onClick={() => void remove(version)}
        />
      ),
    })),
    ...steps
      .filter((step) => !isAmong(kept, step))
      .map((version, index) => ({
        key: `step ${index}`,
        name: version.name,
        detail: `in this tab · ${counted(version.document.design.brokers.length, 'broker')}`,
        onChoose: () => {
          const { own } = store.getState()
          compareWith(store, {
            other: version.document,
            name: version.name,
            versions: true,
            ...(own ? { own } : {}),
          })
        },
      })),
  ]
  return (
    <>
      {items.length === 0 ? (
        <p className={css.hint}>Nothing changed since it was opened.</p>
      ) : (
        <Choices label="Versions" items={items} />
      )}
      {design === undefined ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void put()
          }}
        >
          <Field label="Keep this version under a name">
            <div className={css.line}>
              <TextInput value={name} size="medium" placeholder="Before the upgrade" onChange={setName} />
              <Button onClick={() => void put()}>Keep</Button>
            </div>
          </Field>
        </form>
      )}
    </>
  )
}

/** Whether this browser keeps a step of this tab: then it is the newest that was put away under the step's name. */
function isAmong(kept: readonly KeptVersion[], { name, document }: Version): boolean {
  const newest = kept.find((version) => !version.isNamed && version.name === name)
  return newest?.brokers === document.design.brokers.length
}
