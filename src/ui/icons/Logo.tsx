import type { IconProps } from './Icon.tsx'

/** The mark of Meshwright: five brokers joined to an M, cut out of the ink. Decorative: the name stands beside it. */
export function Logo({ size = 22, ...rest }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden {...rest}>
      <rect width="24" height="24" rx="6" fill="var(--ink)" />
      <path
        d="M5.9 17.4 8.2 7.2 12 14.2l3.8-7 2.3 10.2"
        stroke="var(--on-ink)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <g fill="var(--on-ink)">
        <circle cx="5.9" cy="17.4" r="2.25" />
        <circle cx="8.2" cy="7.2" r="1.75" />
        <circle cx="12" cy="14.2" r="1.75" />
        <circle cx="15.8" cy="7.2" r="1.75" />
        <circle cx="18.1" cy="17.4" r="2.25" />
      </g>
    </svg>
  )
}
