import { memo, useId, useLayoutEffect, useMemo, useRef, useState, type PointerEvent } from 'react'
import { useStore } from '../../../store/react.ts'
import css from './ChartView.module.css'
import { chartOf, tickStep, type ChartEnd, type ChartLine, type RunChart } from '../run/runChart.ts'
import { runAt } from '../run/runAt.ts'
import { useSetFlow } from '../useFlowSession.ts'
import type { Run } from '../run/useRun.ts'

/** px */
const LANE_LEAST = 40
const TOP = 18
const BOTTOM = 24
const MARK = 7.5
const NAMES_MOST = 150

/** A drawing is no picture file, so it cannot be an img element. */
const PICTURE = { role: 'img' } as const

/** Places of the chart in px. */
interface Scale {
  readonly x: (step: number) => number
  readonly y: (lane: number) => number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** The run over time: what is over is solid, what is to come is dashed. A click goes to a moment. */
export function ChartView({ run }: { readonly run: Run }) {
  const room = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 640, height: 180 })
  const setFlow = useSetFlow()
  const clip = useId()
  const chart = useMemo(() => chartOf(run.simulation, run), [run])
  const names = useMemo(() => chart.lanes.map((id) => run.network.nameOf(id)), [chart, run])

  useLayoutEffect(() => {
    const element = room.current
    if (!element) return undefined
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const scale = useMemo(() => scaleOf(chart, names, size), [chart, names, size])
  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    if (event.buttons !== 1) return
    const { left } = event.currentTarget.getBoundingClientRect()
    const part = (event.clientX - left - scale.left) / (scale.width - scale.left - 20)
    setFlow({ time: Math.round(Math.max(0, Math.min(1, part)) * chart.steps), isPlaying: false })
  }
  return (
    <div ref={room} className={css.room}>
      <svg
        className={css.chart}
        width={scale.width}
        height={scale.height}
        {...PICTURE}
        aria-label={`Time chart of ${run.simulation.totals.sent} messages on ${names.join(', ')}; the words beside it say the same`}
        onPointerDown={goTo}
        onPointerMove={goTo}
      >
        <Ground chart={chart} names={names} scale={scale} />
        <Drawn chart={chart} scale={scale} clip={clip} />
        <Now run={run} chart={chart} scale={scale} clip={clip} />
      </svg>
    </div>
  )
}

function scaleOf(chart: RunChart, names: readonly string[], size: { width: number; height: number }): Scale {
  const left = Math.min(NAMES_MOST, Math.max(0, ...names.map((name) => name.length)) * 7 + 18)
  const lanes = Math.max(1, chart.lanes.length - 1)
  const height = Math.max(size.height - 4, TOP + BOTTOM + lanes * LANE_LEAST)
  const width = Math.max(size.width, 320)
  const steps = Math.max(1, chart.steps)
  return {
    left,
    width,
    height,
    x: (step) => left + (step / steps) * (width - left - 20),
    y: (lane) => TOP + lane * ((height - TOP - BOTTOM) / lanes),
  }
}

interface PartProps {
  readonly chart: RunChart
  readonly scale: Scale
}

/** Brokers and time. */
const Ground = memo(function Ground({
  chart,
  names,
  scale,
}: PartProps & { readonly names: readonly string[] }) {
  const { x, y, left, width, height } = scale
  const every = tickStep(chart.steps, width - left)
  const ticks = Array.from({ length: Math.floor(chart.steps / every) + 1 }, (_, index) => index * every)
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={css.tick} d={`M${x(tick)},${TOP - 8}V${height - BOTTOM + 6}`} />
          <text className={css.time} x={x(tick)} y={height - 4}>
            {tick}
          </text>
        </g>
      ))}
      {chart.lanes.map((id, lane) => (
        <g key={id}>
          <path className={css.lane} d={`M${left},${y(lane)}H${width - 20}`} />
          <text className={css.name} x={0} y={y(lane) + 4}>
            {clipped(names[lane] ?? id)}
          </text>
        </g>
      ))}
    </g>
  )
})

function clipped(name: string): string {
  return name.length > 19 ? `${name.slice(0, 18)}…` : name
}

/** Every line twice: solid up to now, dashed from now on; what is cut off moves with time, the lines do not. */
const Drawn = memo(function Drawn({ chart, scale, clip }: PartProps & { readonly clip: string }) {
  const paths = useMemo(() => pathsOf(chart.lines, scale), [chart, scale])
  return (
    <>
      <g clipPath={`url(#${clip}-past)`}>
        <path className={css.line} d={paths.kept} />
        <path className={css.line} data-lost="" d={paths.lost} />
      </g>
      <g clipPath={`url(#${clip}-future)`} className={css.future}>
        <path className={css.line} d={paths.kept} />
        <path className={css.line} d={paths.lost} />
      </g>
    </>
  )
})

function pathsOf(lines: readonly ChartLine[], { x, y }: Scale) {
  const path = (own: readonly ChartLine[]) =>
    own
      .map(
        (line) =>
          `M${at(x(line.fromStep))},${at(y(line.fromLane))}L${at(x(line.toStep))},${at(y(line.toLane))}`,
      )
      .join('')
  return {
    kept: path(lines.filter(({ isLost }) => !isLost)),
    lost: path(lines.filter(({ isLost }) => isLost)),
  }
}

function at(px: number): number {
  return Math.round(px * 10) / 10
}

/** What depends on the moment: the hand, what is over, messages under way. */
function Now({ run, chart, scale, clip }: PartProps & { readonly run: Run; readonly clip: string }) {
  const time = useStore((state) => state.session.flow.time)
  const { x, y, width, height } = scale
  const here = x(Math.min(time, chart.steps))
  const { underWay } = runAt(run.simulation, time)
  const laneOf = new Map(chart.lanes.map((id, lane) => [id, lane]))
  const isRoomy = roomBetween(chart.ends, scale)
  return (
    <>
      <defs>
        <clipPath id={`${clip}-past`}>
          <rect x={0} y={0} width={here} height={height} />
        </clipPath>
        <clipPath id={`${clip}-future`}>
          <rect x={here} y={0} width={Math.max(0, width - here)} height={height} />
        </clipPath>
      </defs>
      {chart.ends
        .filter(({ step }) => step <= time)
        .map((end) => (
          <EndMark key={end.id} end={end} x={x(end.step)} y={y(end.lane)} isRoomy={isRoomy} />
        ))}
      <path className={css.hand} d={`M${here},${TOP - 6}V${height - BOTTOM + 6}`} />
      <path className={css.handle} d={`M${here - 5},${TOP - 17}h10v7l-5,5l-5,-5Z`} />
      {underWay.map(({ id, message, from, to, part }) => {
        const top = y(laneOf.get(from) ?? 0)
        const level = top + (y(laneOf.get(to) ?? 0) - top) * part
        return (
          <g key={id} transform={`translate(${at(here)},${at(level)})`}>
            <rect className={css.message} x={-MARK} y={-MARK} width={MARK * 2} height={MARK * 2} rx={3.5} />
            <text className={css.number}>{message}</text>
          </g>
        )
      })}
    </>
  )
}

interface EndMarkProps {
  readonly end: ChartEnd
  readonly x: number
  readonly y: number
  readonly isRoomy: boolean
}

const EndMark = memo(function EndMark({ end: { kind, message }, x, y, isRoomy }: EndMarkProps) {
  const r = isRoomy ? MARK : 3
  const cut = r * 0.59
  return (
    <g transform={`translate(${at(x)},${at(y)})`} className={css.end} data-kind={kind}>
      <title>{`Message ${message}`}</title>
      {kind === 'stuck' ? (
        <path
          d={`M${-r + cut},${-r}H${r - cut}L${r},${-r + cut}V${r - cut}L${r - cut},${r}H${-r + cut}L${-r},${r - cut}V${-r + cut}Z`}
        />
      ) : (
        <circle r={r} />
      )}
      {isRoomy ? <text className={css.number}>{message}</text> : null}
    </g>
  )
})

/** Whether numbers fit into the marks: neighbours on a lane stand far enough apart, or the few that do not may touch. */
function roomBetween(ends: readonly ChartEnd[], { x }: Scale): boolean {
  const byLane = new Map<number, number[]>()
  for (const { lane, step } of ends) byLane.set(lane, [...(byLane.get(lane) ?? []), x(step)])
  let near = 0
  for (const places of byLane.values()) {
    const sorted = places.toSorted((a, b) => a - b)
    sorted.forEach((place, index) => {
      if (index > 0 && place - (sorted[index - 1] ?? 0) < MARK * 2) near += 1
    })
  }
  return near <= ends.length * 0.1
}
