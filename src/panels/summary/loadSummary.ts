/** The summary of the model, loaded when its panel is first opened. */
export const loadSummary = async () => import('@meshwright/model/summary')

/** The sentences of the model. */
export type SummaryWords = Awaited<ReturnType<typeof loadSummary>>
