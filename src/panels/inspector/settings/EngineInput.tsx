import { ENGINE_LINES, parseEngine, type EngineVersion, type TargetId } from '@meshwright/model'
import { amazonEngineLines } from '@meshwright/model/targets'
import { Combobox } from '../../../ui/index.ts'

export interface EngineInputProps {
  readonly value: EngineVersion
  readonly target: TargetId
  readonly readOnly: boolean
  readonly onCommit: (engine: EngineVersion) => void
}

/** An engine version: a line from the list, or a full version typed. */
export function EngineInput({ value, target, readOnly, onCommit }: EngineInputProps) {
  const lines = (target === 'amazon-mq' ? amazonEngineLines() : ENGINE_LINES).toReversed()
  return (
    <Combobox
      value={value}
      suggestions={lines.map((line) => ({ value: line }))}
      readOnly={readOnly}
      check={(text) =>
        parseEngine(text) ? undefined : 'An engine is a line such as 5.19, or a version such as 5.17.2.'
      }
      onCommit={(text) => onCommit(text.trim())}
    />
  )
}
