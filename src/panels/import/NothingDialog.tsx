import type { Importing } from '../../store/import/importing.ts'
import { Button, Dialog, EmptyState, SearchIcon } from '../../ui/index.ts'
import type { DialogProps } from '../props.ts'
import { GiveFiles } from './GiveFiles.tsx'
import css from './Import.module.css'
import { ProblemList } from './ProblemList.tsx'
import { byFile } from './problemGroups.ts'

export interface NothingDialogProps extends DialogProps {
  readonly importing: Extract<Importing, { at: 'nothing' }>
}

/** Nothing could be made of the files: why, and what to give instead. */
export function NothingDialog({ importing: { problems, wish }, onClose }: NothingDialogProps) {
  const [first, ...more] = problems
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="medium"
      title="No network was found"
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <div className={css.start}>
        <EmptyState
          icon={<SearchIcon size={24} />}
          title="These files say nothing of a network"
          actions={<GiveFiles wish={wish} primary />}
        >
          {first?.message}
        </EmptyState>
        {more.length > 0 && <ProblemList groups={byFile(more)} severity="warning" />}
      </div>
    </Dialog>
  )
}
