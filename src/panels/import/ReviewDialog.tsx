import { answerReviewed, dismissReview, reviewOf } from '../../store/gestures/reviewTaken.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Dialog, EmptyState, SearchIcon, Section } from '../../ui/index.ts'
import { useReadOnly } from '../common/useDesign.ts'
import type { DialogProps } from '../props.ts'
import { guessedTitle } from './guessedTitle.ts'
import css from './Import.module.css'
import { QuestionList, type Asked } from './QuestionList.tsx'
import { ReviewAside } from './ReviewAside.tsx'

export interface ReviewDialogProps extends DialogProps {
  /** An answer is being worked in. */
  readonly busy: boolean
}

/** What was guessed or asked about when the open design was imported: each can be answered otherwise. */
export function ReviewDialog({ busy, onClose }: ReviewDialogProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const own = useStore((state) => state.own)
  const document = useStore((state) => state.document)
  const rows = reviewOf({ document, ...(own ? { own } : {}) })
  const asked = rows.map(({ taken, value }): Asked => ({ ...taken, value }))
  const parts = [
    { list: asked.filter(({ why }) => why !== undefined), title: guessedTitle, label: 'best guesses' },
    {
      list: asked.filter(({ why }) => why === undefined),
      title: (count: number) => `${count} that you were asked about`,
      label: 'questions of the import',
    },
  ]
  const answer = ({ key }: Asked, value: string) => {
    const row = rows.find(({ taken }) => taken.key === key)
    if (row) void answerReviewed(store, row, value)
  }
  const close = () => {
    dismissReview(store)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="full"
      title="What was guessed and asked"
      description="Another answer changes the drawing at once, as one step that you can undo. Your files stay as they are."
      aside={<ReviewAside busy={busy} />}
      footer={
        <Button kind="primary" onClick={close}>
          Done
        </Button>
      }
    >
      <div className={css.body}>
        {parts.map(
          ({ list, title, label }) =>
            list.length > 0 && (
              <Section key={label} title={title(list.length)} foldable={false}>
                <QuestionList asked={list} label={label} closed={readOnly} onAnswer={answer} />
              </Section>
            ),
        )}
        {asked.length === 0 && (
          <EmptyState icon={<SearchIcon size={24} />} title="Nothing was guessed">
            Everything in this design was told by its files, or is gone from it.
          </EmptyState>
        )}
      </div>
    </Dialog>
  )
}
