import { DeleteIcon, IconButton, SettingRow, TextInput } from '../../../ui/index.ts'

interface ExtraRowProps {
  readonly name: string
  readonly value: string
  readonly readOnly: boolean
  /** `undefined` takes it out. */
  readonly onSet: (value: string | undefined) => void
}

/** A name and a text that somebody gave, as it stands in the file: an option of an address, an attribute that no table knows. */
export function ExtraRow({ name, value, readOnly, onSet }: ExtraRowProps) {
  return (
    <SettingRow label={name} changed>
      <TextInput value={value} mono readOnly={readOnly} onCommit={onSet} />
      {!readOnly && (
        <IconButton
          size="small"
          icon={<DeleteIcon size={14} />}
          label={`Remove ${name}`}
          onClick={() => onSet(undefined)}
        />
      )}
    </SettingRow>
  )
}
