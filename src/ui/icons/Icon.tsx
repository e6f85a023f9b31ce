import type { LucideIcon } from 'lucide-react'
import type { ReactElement, SVGProps } from 'react'

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'ref' | 'children'> {
  /** Edge in pixels. 16, or 14 in chips. */
  readonly size?: number | undefined
}

export type Icon = (props: IconProps) => ReactElement

/** The width of a line in every icon, in pixels, whatever the icon's size. */
const stroke = 1.4

/** A Lucide icon under our name, at our size and stroke. Decorative unless it is given an `aria-label`. */
export function fromLucide(Glyph: LucideIcon): Icon {
  return function LucideGlyph({ size = 16, ...rest }) {
    return <Glyph size={size} strokeWidth={(stroke * 24) / size} {...rest} />
  }
}

/** An icon of our own, drawn on a 16 grid in the same stroke. */
export function drawn(content: ReactElement): Icon {
  return function DrawnGlyph({ size = 16, ...rest }) {
    const named = rest['aria-label'] !== undefined
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth={(stroke * 16) / size}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden={named ? undefined : true}
        role={named ? 'img' : undefined}
        {...rest}
      >
        {content}
      </svg>
    )
  }
}
