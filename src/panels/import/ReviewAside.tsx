import { useFindings, useStore } from '../../store/react.ts'
import { Aside } from './FoundAside.tsx'

/** The open design drawn small as it is now, and its faults. */
export function ReviewAside({ busy }: { readonly busy: boolean }) {
  const document = useStore((state) => state.document)
  const findings = useFindings().filter(({ ignored }) => ignored === undefined)
  return <Aside document={document} findings={findings} busy={busy} />
}
