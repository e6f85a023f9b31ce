import { MarkSvg, type MarkProps } from './MarkSvg.tsx'

export type VerdictShape = 'always' | 'sometimes' | 'never' | 'no-route'

/** Full disc, half disc, ring with a bar, dash. A verdict is not a severity, so it has hues of its own. */
export function VerdictMark({ verdict, ...mark }: MarkProps & { readonly verdict: VerdictShape }) {
  return <MarkSvg {...mark}>{shapes[verdict]}</MarkSvg>
}

const shapes = {
  always: <circle cx="8" cy="8" r="6.6" fill="var(--always)" />,
  sometimes: (
    <>
      <circle cx="8" cy="8" r="5.9" stroke="var(--sometimes)" strokeWidth="1.4" />
      <path d="M8 2.1a5.9 5.9 0 0 0 0 11.8Z" fill="var(--sometimes)" />
    </>
  ),
  never: (
    <>
      <circle cx="8" cy="8" r="5.9" stroke="var(--never)" strokeWidth="1.5" />
      <path d="M3.9 12.1 12.1 3.9" stroke="var(--never)" strokeWidth="1.5" />
    </>
  ),
  'no-route': <path d="M4.2 8h7.6" stroke="var(--never)" strokeWidth="1.6" strokeLinecap="round" />,
} as const
