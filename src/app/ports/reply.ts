import type { Reply } from './workers.ts'

/** ms between two words about progress: a person reads no faster, and each one costs the page a picture. */
const PACE = 50

/**
 * In a worker: answers each question that comes, and tells how far it is on the way. What `answer` throws goes back as
 * the reason in words.
 */
export function replyTo<Question, Answer, Progress>(
  answer: (
    question: Question,
    /** `isPart`: not how far it is but a part of the answer, which is told whatever was told just before. */
    tell: (progress: Progress, isPart?: boolean) => void,
  ) => Answer | Promise<Answer>,
): void {
  const say = (reply: Reply<Answer, Progress>) => {
    // Workers and channels take no origin; the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    postMessage(reply)
  }
  addEventListener('message', ({ data }: MessageEvent<Question>) => {
    let told = -PACE
    const tell = (progress: Progress, isPart = false) => {
      const now = performance.now()
      if (!isPart && now - told < PACE) return
      told = now
      say({ progress })
    }
    new Promise<Answer>((resolve) => resolve(answer(data, tell))).then(
      (result) => say({ answer: result }),
      (error: unknown) => say({ broke: error instanceof Error ? error.message : String(error) }),
    )
  })
}
