import type { Box, Document } from '@meshwright/model'
import css from './DesignPicture.module.css'
import { pictureOf, type Line } from './pictureOf.ts'

/** Pixels of the drawing that a picture shows at least. */
const LEAST = { width: 760, height: 440 }

export interface DesignPictureProps {
  readonly document: Document
  /** What the picture shows, for those who cannot see it. */
  readonly label: string
  /** Names of brokers are drawn only where they can be read. */
  readonly names?: boolean
  readonly className?: string | undefined
}

/** A design at a glance: cards, regions and arrows as they stand on the drawing. */
export function DesignPicture({ document, label, names = true, className }: DesignPictureProps) {
  // A drawing is no picture file, so it cannot be an img element.
  const voice = { role: 'img', 'aria-label': label }
  const { frame: hull, regions, cards, lines, notes } = pictureOf(document)
  const frame = atLeast(hull)
  return (
    <svg
      className={[css.picture, className].join(' ').trim()}
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      {...voice}
    >
      {regions.map((region) => (
        <g key={region.id}>
          <rect className={css.region} {...boxOf(region)} rx={14} />
          {names && (
            <text className={css.regionName} x={region.x + 14} y={region.y + 22}>
              {region.name}
            </text>
          )}
        </g>
      ))}
      {lines.map((line) => (
        <PictureLine key={line.id} line={line} />
      ))}
      {notes.map((note) => (
        <g key={note.id}>
          <rect className={css.note} {...boxOf(note)} rx={6} />
          {names && (
            <foreignObject {...boxOf(note)}>
              <p className={css.noteText}>{note.text}</p>
            </foreignObject>
          )}
        </g>
      ))}
      {cards.map((card) => (
        <g key={card.id} data-look={card.look}>
          {card.look === 'pair' && (
            <rect
              className={css.card}
              {...boxOf(card)}
              x={card.x + 8}
              y={card.y - 6}
              width={card.width - 16}
              rx={10}
            />
          )}
          <rect className={css.card} {...boxOf(card)} rx={10} />
          {names && (
            <text
              className={css.name}
              x={card.x + card.width / 2}
              y={card.y + card.height / 2}
              textLength={fit(short(card.name))}
              lengthAdjust="spacingAndGlyphs"
            >
              {short(card.name)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** Two brokers alone would fill a picture with two large boxes: small designs are drawn with room around them. */
function atLeast({ x, y, width, height }: Box): Box {
  const [roomX, roomY] = [Math.max(0, LEAST.width - width), Math.max(0, LEAST.height - height)]
  return { x: x - roomX / 2, y: y - roomY / 2, width: width + roomX, height: height + roomY }
}

function PictureLine({ line: { start, end, duplex } }: { readonly line: Line }) {
  return (
    <g>
      <path className={css.line} d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />
      <path className={css.head} d={headAt(start.x, start.y, end.x, end.y)} />
      {duplex && <path className={css.head} d={headAt(end.x, end.y, start.x, start.y)} />}
      <circle className={css.plug} cx={start.x} cy={start.y} r={5} />
    </g>
  )
}

/** An arrowhead at the end of a line, 15 long. */
function headAt(fromX: number, fromY: number, x: number, y: number): string {
  const length = Math.hypot(x - fromX, y - fromY) || 1
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length]
  const [baseX, baseY] = [x - dx * 15, y - dy * 15]
  return `M${x} ${y}L${baseX - dy * 7} ${baseY + dx * 7}L${baseX + dy * 7} ${baseY - dx * 7}Z`
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x, y, width, height }
}

/** The ends of a name tell brokers apart; what is pressed further than this cannot be read. */
function short(name: string): string {
  return name.length > 18 ? `${name.slice(0, 7)}…${name.slice(-9)}` : name
}

/** Long names are pressed into the card rather than cut. */
function fit(name: string): number | undefined {
  return name.length > 12 ? 120 : undefined
}
