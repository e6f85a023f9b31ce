import type { WrittenConfiguration, WrittenXml } from '@meshwright/model/xml'
import { useStoreApi } from '../../store/react.ts'
import { Button, DownloadIcon, IdeaIcon, SeverityMark } from '../../ui/index.ts'
import { show } from '../common/useDesign.ts'
import css from './Xml.module.css'

/** What a person still has to put into a file, and what of the design the file cannot say. */
export function ToFillIn({ written }: { readonly written: WrittenXml | WrittenConfiguration }) {
  const store = useStoreApi()
  const properties = 'properties' in written ? written.properties : undefined
  const { placeholders, problems } = written
  return (
    <aside className={css.notes} aria-label="What to fill in">
      {problems.length > 0 && (
        <>
          <h3 className={css.heading}>Not written as drawn</h3>
          <ul className={css.sentences}>
            {problems.map((problem) => (
              <li key={problem.message}>
                <SeverityMark severity="warning" size={14} />
                <span>{problem.message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={css.heading}>To fill in</h3>
      {placeholders.length === 0 ? (
        <p className={css.none}>Nothing: the file is ready to use.</p>
      ) : (
        <ul className={css.placeholders}>
          {placeholders.map((placeholder) => (
            <li key={placeholder.text}>
              <code>{placeholder.text}</code>
              <p>{placeholder.message}</p>
              {(placeholder.kind === 'host' || placeholder.kind === 'broker-id') && (
                <Button
                  kind="link"
                  size="small"
                  icon={<IdeaIcon size={14} />}
                  onClick={() => show(store, [placeholder.broker])}
                >
                  Write it into the design
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {properties && (
        <Button
          size="small"
          icon={<DownloadIcon size={14} />}
          onClick={() => store.ports.download(properties.name, properties.text, 'text/plain')}
        >
          {properties.name}
        </Button>
      )}
    </aside>
  )
}
