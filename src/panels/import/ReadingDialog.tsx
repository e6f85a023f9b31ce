import type { ReadProgress } from '../../store/import/importing.ts'
import { Dialog, Progress } from '../../ui/index.ts'
import { counted } from '../common/words.ts'
import type { DialogProps } from '../props.ts'
import css from './Import.module.css'

export interface ReadingDialogProps extends DialogProps {
  readonly progress: ReadProgress | undefined
}

/** Files are being read; leaving gives it up. */
export function ReadingDialog({ progress, onClose }: ReadingDialogProps) {
  const { done = 0, total = 0, path = '' } = progress ?? {}
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="small" title="Reading files">
      <div className={css.start}>
        <Progress
          label={total === 0 ? 'Taking the files' : `Reading ${counted(total, 'file')}`}
          value={total > 1 ? done : undefined}
          max={total}
          onCancel={onClose}
        />
        <p className={css.path}>{path}</p>
      </div>
    </Dialog>
  )
}
