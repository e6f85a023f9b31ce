import { useMemo, useState } from 'react'
import { findingKey } from '@meshwright/model/checks'
import { findingsByElement, findingsOf, touchedBy } from '../../store/checks/findings.ts'
import { litOf } from '../../store/flow/flowOff.ts'
import { useStore } from '../../store/react.ts'
import type { Flow, Shown } from './flow.ts'
import { EMPTY_FLOW, toFlow } from './toFlow.ts'

export interface Drag {
  readonly inHand: boolean
  readonly drop: Shown['drop']
}

/** The open document as React Flow draws it; what did not change stays the same object from one answer to the next. */
export function useFlow(drag: Drag): Flow {
  const document = useStore((state) => state.document)
  const selection = useStore((state) => state.session.selection)
  const lit = useStore(litOf)
  const renaming = useStore((state) => state.session.renaming)
  const open = useStore((state) => state.session.finding)
  const findings = useStore(findingsOf)
  const [project] = useState(projection)

  const touched = useMemo(() => {
    const finding = open === undefined ? undefined : findings.find((other) => findingKey(other) === open)
    return finding && { severity: finding.severity, ids: new Set(touchedBy(finding)) }
  }, [findings, open])

  return useMemo(() => {
    const shown: Shown = {
      document,
      selection,
      findings: findingsByElement(findings),
      touched,
      lit,
      renaming,
      drop: drag.drop,
      inHand: drag.inHand,
    }
    return project(shown)
  }, [document, selection, findings, touched, lit, renaming, drag.drop, drag.inHand, project])
}

/** Draws with a memory of its last answer. It only saves work: the same input always gives the same picture. */
function projection(): (shown: Shown) => Flow {
  let former = EMPTY_FLOW
  return (shown) => {
    former = toFlow(shown, former)
    return former
  }
}
