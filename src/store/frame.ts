export type Theme = 'system' | 'light' | 'dark'

/** What the user arranged on this screen; remembered between visits. Sizes in px. */
export interface Frame {
  readonly theme: Theme
  readonly palette: boolean
  readonly inspector: boolean
  readonly bottom: boolean
  readonly bottomHeight: number
  readonly inspectorWidth: number
  /** What the wheel does on the drawing; with Ctrl it always zooms. */
  readonly wheel: 'zoom' | 'pan'
  readonly minimap: boolean
  /** The key to the drawing: what a plug, an arrow and two lanes mean. */
  readonly legend: boolean
}

export const FIRST_FRAME: Frame = {
  theme: 'system',
  palette: true,
  inspector: true,
  bottom: true,
  bottomHeight: 264,
  inspectorWidth: 324,
  wheel: 'zoom',
  minimap: true,
  legend: true,
}

export const FRAME_LIMITS = {
  bottomHeight: { least: 140, most: 640 },
  inspectorWidth: { least: 280, most: 560 },
} as const

/** Reads a remembered frame; what is missing or of another kind is as on a first visit. */
export function readFrame(text: string | undefined): Frame {
  let known: unknown
  try {
    known = JSON.parse(text ?? '')
  } catch {
    return FIRST_FRAME
  }
  if (typeof known !== 'object' || known === null) return FIRST_FRAME
  const entries = Object.entries(FIRST_FRAME).map(([key, first]) => {
    const value: unknown = (known as Record<string, unknown>)[key]
    return [key, isLike(key, value, first) ? value : first]
  })
  return Object.fromEntries(entries) as Frame
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  theme: ['system', 'light', 'dark'],
  wheel: ['zoom', 'pan'],
}

function isLike(key: string, value: unknown, first: unknown): boolean {
  if (typeof value !== typeof first) return false
  if (typeof value === 'string') return CHOICES[key]?.includes(value) ?? false
  if (typeof value !== 'number') return true
  const limits = FRAME_LIMITS[key as keyof typeof FRAME_LIMITS]
  return value >= limits.least && value <= limits.most
}
