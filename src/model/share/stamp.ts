/** When and as what a link was made. Links are snapshots: this lets people tell two of one design apart. */
export interface Stamp {
  /** `YYYY-MM-DD`. */
  readonly date?: string
  /** What the author calls this state: "after the review". */
  readonly label?: string
}
