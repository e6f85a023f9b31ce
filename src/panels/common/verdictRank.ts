import type { Verdict } from '@meshwright/model/forecast'

/** Verdicts from worst to best. */
export const VERDICT_RANK: Readonly<Record<Verdict, number>> = { never: 0, sometimes: 1, always: 2 }
