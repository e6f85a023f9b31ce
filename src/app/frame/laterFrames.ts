import { later } from '../../ui/index.ts'

// Other frames than that of a desk; `main.tsx` loads the one that it starts with before the first picture.
export const PhoneFrame = later(async () => (await import('./PhoneFrame.tsx')).PhoneFrame)
export const EmbedFrame = later(async () => (await import('./EmbedFrame.tsx')).EmbedFrame)
export const DamagedLink = later(async () => (await import('./DamagedLink.tsx')).DamagedLink)
