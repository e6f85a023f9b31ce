import { tellEdit, type DifferenceAlone, type EditedFile } from '@meshwright/model/diff'
import { Capped } from './Capped.tsx'
import css from './FileRows.module.css'
import rows from './rows.module.css'

/** Whose files change, whose go, whose mean the same and whose are identical; what was edited in them beyond the network. */
export function FileRows({ difference: { files } }: { readonly difference: DifferenceAlone }) {
  const told = new Set(files.edited.map(({ broker }) => broker))
  const apart = new Set(files.sameInMeaning)
  return (
    <>
      <h3 className={rows.heading}>Files</h3>
      <dl className={css.files}>
        <Names title="Change" names={files.changed} />
        <Names title="Go" names={files.removed} />
        <Names
          title="Edited in what the network does not ask, for any time"
          names={files.sameInMeaning.filter((name) => told.has(name))}
        />
        <Names
          title="Written otherwise, the same in meaning"
          names={files.sameInMeaning.filter((name) => !told.has(name))}
        />
        <Names title="Identical" names={files.same.filter((name) => !apart.has(name))} />
      </dl>
      {files.edited.length > 0 ? (
        <>
          <h3 className={rows.heading}>Also edited in the files</h3>
          {files.edited.map((file) => (
            <Edits key={`${file.paths.after} ${file.broker}`} file={file} />
          ))}
        </>
      ) : null}
    </>
  )
}

/** Names shown before the others are counted. */
const SHOWN = 24

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  const more = names.length - SHOWN
  return (
    <div>
      <dt>
        {title} <span className={rows.count}>{names.length}</span>
      </dt>
      <dd>
        {names.slice(0, SHOWN).join(', ')}
        {more > 0 ? ` and ${more} more` : ''}
      </dd>
    </div>
  )
}

function Edits({ file: { paths, edits } }: { readonly file: EditedFile }) {
  return (
    <>
      <p className={css.path}>{paths.after}</p>
      <Capped className={rows.list}>
        {edits.map((edit) => (
          <li key={tellEdit(edit)} className={css.edit}>
            {tellEdit(edit)}
          </li>
        ))}
      </Capped>
    </>
  )
}
