/** ms of work at a stretch: half a picture, so that there is room to draw it. */
const STRETCH = 8

/** Lets the page draw and hear the hand between pieces of long work: awaited between any two, it rests when it is time to. */
export function restForTheHand(): () => Promise<void> {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < STRETCH) return
    await new Promise((resolve) => setTimeout(resolve))
    begun = performance.now()
  }
}
