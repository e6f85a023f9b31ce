import type { NodeProps } from '@xyflow/react'
import { memo, useEffect, useRef } from 'react'
import { rename } from '../../store/gestures/change.ts'
import { useStoreApi } from '../../store/react.ts'
import type { NoteFlowNode } from '../flow/flow.ts'
import { useScale } from '../scale.ts'
import css from './NoteNode.module.css'

/** A note for people: plain text on the drawing. */
export const NoteNode = memo(function NoteNode({ data, selected, dragging }: NodeProps<NoteFlowNode>) {
  const { detail } = useScale()
  const { note, about } = data
  return (
    <div
      className={css.note}
      data-detail={detail}
      data-selected={selected || undefined}
      data-in-hand={dragging || undefined}
      data-light={data.light}
    >
      {about && detail === 'full' ? <span className={css.about}>on {about}</span> : null}
      {data.isRenaming ? (
        <NoteField id={note.id} text={note.text} />
      ) : (
        <p className={css.text}>{note.text || 'Empty note'}</p>
      )}
    </div>
  )
})

/** Types a note. Escape and leaving keep it: text is never lost. */
function NoteField({ id, text }: { readonly id: NoteFlowNode['data']['note']['id']; readonly text: string }) {
  const store = useStoreApi()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(text.length, text.length)
  }, [text.length])
  const finish = () => {
    if (field.current) rename(store, id, field.current.value)
    if (store.getState().session.renaming === id) store.getState().setSession({ renaming: undefined })
  }
  return (
    <textarea
      ref={field}
      className={`${css.field} nodrag nopan nowheel`}
      aria-label="Text of the note"
      defaultValue={text}
      placeholder="Write a note"
      maxLength={10_000}
      onBlur={finish}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
        finish()
        store.getState().view?.focus(id)
      }}
    />
  )
}
