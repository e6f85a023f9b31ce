import { EMPTY_DOCUMENT } from '../../design/document.ts'
import { applyEdit } from '../../design/edits/applyEdit.ts'
import { networkOf, type Network } from '../../network/network.ts'
import type { QuickFix, Trial } from '../check.ts'

/** The network that a fix makes. */
export function after(network: Network, { label, edits }: QuickFix): Network {
  return networkOf(
    applyEdit({ ...EMPTY_DOCUMENT, design: network.design }, { type: 'batch', label, edits }).design,
  )
}

/** What a fix can uncover that lets demand go further: wildcards that lists further on then hold back. */
export const BY_MORE_DEMAND = ['filter-leaks'] as const

/** A fix, unless it brings a kind of error that is not there. */
export function unlessErrors(
  network: Network,
  trial: Trial,
  fix: QuickFix | undefined,
  asked?: readonly string[],
): QuickFix | undefined {
  return fix && trial.wanted && !trial.bringsErrors(after(network, fix), asked) ? fix : undefined
}
