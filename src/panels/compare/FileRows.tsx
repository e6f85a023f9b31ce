import type { Difference } from '@meshwright/model/diff'
import css from './Compare.module.css'

/** Whose files change, whose go and whose are identical to the byte. */
export function FileRows({ difference: { files } }: { readonly difference: Difference }) {
  return (
    <>
      <h3 className={css.heading}>Files</h3>
      <dl className={css.files}>
        <Names title="Change" names={files.changed} />
        <Names title="Go" names={files.removed} />
        <Names title="Identical" names={files.same} />
      </dl>
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
        {title} <span className={css.count}>{names.length}</span>
      </dt>
      <dd>
        {names.slice(0, SHOWN).join(', ')}
        {more > 0 ? ` and ${more} more` : ''}
      </dd>
    </div>
  )
}
