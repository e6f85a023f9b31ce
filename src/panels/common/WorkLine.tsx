import type { WriteProgress } from '../../store/keeping/writing.ts'
import { Button, Callout, Progress } from '../../ui/index.ts'
import { useLong } from './useLong.ts'
import type { Work } from './useWork.ts'

export interface WorkLineProps {
  readonly work: Pick<Work<unknown, WriteProgress>, 'state' | 'progress' | 'message' | 'stop' | 'again'>
  /** What is going on: "Writing the files of 200 brokers". */
  readonly label: string
  /** What there is none of, where it was stopped: "No file was written." */
  readonly stopped: string
}

/** Work that takes longer than a moment, with a way to stop it; what became of it where there is no answer. */
export function WorkLine({ work, label, stopped }: WorkLineProps) {
  const isLong = useLong(work.state === 'working')
  if (work.state === 'working') {
    if (!isLong) return null
    const { progress } = work
    return (
      <Progress
        label={label}
        value={progress?.done}
        max={progress?.total}
        onCancel={work.stop}
        cancelLabel="Stop"
      />
    )
  }
  if (work.state !== 'stopped' && work.state !== 'failed') return null
  return (
    <Callout
      tone={work.state === 'failed' ? 'error' : 'plain'}
      actions={
        <Button size="small" onClick={work.again}>
          {work.state === 'failed' ? 'Try again' : 'Go on'}
        </Button>
      }
    >
      {work.state === 'failed' ? work.message : stopped}
    </Callout>
  )
}
