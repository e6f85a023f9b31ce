import { dismissReview, openReview, unreviewedOf } from '../../store/gestures/reviewTaken.ts'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Button, Callout, CloseIcon, IconButton } from '../../ui/index.ts'
import { guessedTitle } from './guessedTitle.ts'

/** Says how many addresses of an import were guessed, until somebody has looked at them or puts it away. */
export function GuessStrip() {
  const store = useStoreApi()
  const count = useStore(unreviewedOf)
  if (count === 0) return null
  return (
    <Callout
      banner
      announces
      actions={
        <>
          <Button size="small" onClick={() => openReview(store)}>
            Review
          </Button>
          <IconButton
            size="small"
            label="Put away"
            icon={<CloseIcon size={14} />}
            onClick={() => dismissReview(store)}
          />
        </>
      }
    >
      {guessedTitle(count)}.
    </Callout>
  )
}
