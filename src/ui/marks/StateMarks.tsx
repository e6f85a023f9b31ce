import { MarkSvg, type MarkProps } from './MarkSvg.tsx'

/** Done, passed, received: a full disc with a check. */
export function OkMark(mark: MarkProps) {
  return (
    <MarkSvg {...mark}>
      <circle cx="8" cy="8" r="7.2" fill="var(--always)" />
      <path
        d="m4.9 8.2 2.2 2.2 4.1-4.5"
        stroke="var(--on-always)"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </MarkSvg>
  )
}

/** Stopped, refused, stuck: a ring with a cross, in plum because it surprises. */
export function StopMark(mark: MarkProps) {
  return (
    <MarkSvg {...mark}>
      <path
        d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4l-3.65-3.65V5.4Z"
        stroke="var(--sometimes)"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path
        d="m5.9 5.9 4.2 4.2M10.1 5.9l-4.2 4.2"
        stroke="var(--sometimes)"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </MarkSvg>
  )
}

/** Running (solid) or standing by (hollow). */
export function StateDot({ solid, ...mark }: MarkProps & { readonly solid: boolean }) {
  return (
    <MarkSvg size={8} {...mark}>
      {solid ? (
        <circle cx="8" cy="8" r="7" fill="currentColor" />
      ) : (
        <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2.6" />
      )}
    </MarkSvg>
  )
}
