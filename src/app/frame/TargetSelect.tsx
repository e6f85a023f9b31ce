import { ENGINE_LINES, type TargetId } from '@meshwright/model'
import { useStore, useStoreApi } from '../../store/react.ts'
import { Select, type SelectOption } from '../../ui/index.ts'
import { useCatalogues } from '../catalogues.ts'
import css from './TargetSelect.module.css'

const NAMES: Readonly<Record<TargetId, string>> = { 'amazon-mq': 'Amazon MQ', 'self-managed': 'Self-managed' }

/** Where the brokers run and what they run, unless a broker says otherwise. The checks and the XML follow it. */
export function TargetSelect({ hasPrefix }: { readonly hasPrefix: boolean }) {
  const store = useStoreApi()
  const target = useStore((state) => state.document.design.target)
  const engine = useStore((state) => state.document.design.engine)
  const isReadOnly = useStore((state) => state.session.readOnly)
  const catalogue = useCatalogues().engines
  const offered = (line: string) =>
    catalogue.status !== 'ready' ||
    catalogue.value.find((other) => other.line === line)?.amazonMq?.offered !== false

  const options = [
    ...ENGINE_LINES.toReversed()
      .filter((line) => line.startsWith('5.') && offered(line))
      .map((line) => option('amazon-mq', line)),
    ...ENGINE_LINES.toReversed().map((line) => option('self-managed', line)),
  ]
  const value = `${target} ${engine}`
  // A full version such as 5.17.2, or one that is no longer offered, stays what it is until another is chosen.
  const all = options.some((other) => other.value === value) ? options : [option(target, engine), ...options]
  return (
    <Select
      aria-label="Target"
      className={css.target}
      {...(hasPrefix ? { prefix: 'Target' } : {})}
      value={value}
      options={all}
      disabled={isReadOnly}
      onChange={(next) => {
        const [nextTarget, nextEngine] = next.split(' ') as [TargetId, string]
        store
          .getState()
          .edit(
            { type: 'set-design', fields: { target: nextTarget, engine: nextEngine } },
            { label: `run on ${NAMES[nextTarget]} ${nextEngine}` },
          )
      }}
    />
  )
}

function option(of: TargetId, line: string): SelectOption<string> {
  return { value: `${of} ${line}`, label: `${NAMES[of]} ${line}`, group: NAMES[of] }
}
