import { useEffect } from 'react'
import { findingsOf, openFindings, touchedBy } from '../store/checks/findings.ts'
import { openFinding } from '../store/gestures/findings.ts'
import { useStore, useStoreApi } from '../store/react.ts'

/** Looks where a link wants to be looked at, as soon as the drawing is on screen. */
export function useLinkView(): void {
  const store = useStoreApi()
  const view = useStore((state) => state.view)
  const lookAt = useStore((state) => state.session.lookAt)
  const wanted = useStore((state) => state.session.wantedFinding)
  const findings = useStore(findingsOf)
  useEffect(() => {
    if (!view || !lookAt) return
    view.lookAt(lookAt)
    store.getState().setSession({ lookAt: undefined })
  }, [store, view, lookAt])
  useEffect(() => {
    if (!view || !wanted) return
    const { selection } = store.getState().session
    const ofCheck = openFindings(findings).filter((finding) => finding.check === wanted)
    const finding =
      ofCheck.find((other) => touchedBy(other).some((id) => selection.includes(id))) ?? ofCheck[0]
    if (!finding) return
    openFinding(store, finding)
    store.getState().setSession({ wantedFinding: undefined })
  }, [store, view, wanted, findings])
}
