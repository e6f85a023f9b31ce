import type { BrokerId, NoteId, RegionId } from './ids.ts'

/** Where the top left corner of something is drawn, in pixels at 100 % zoom, absolute, on a grid of 10. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A place with its width and height, in the same pixels. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** Where things are drawn. It never changes what a design means, nor a byte of its XML. */
export interface Layout {
  readonly brokers: Readonly<Partial<Record<BrokerId, Point>>>
  readonly regions: Readonly<Partial<Record<RegionId, Box>>>
  readonly notes: Readonly<Partial<Record<NoteId, Box>>>
}

/** What is drawn by hand lands on multiples of this many pixels. */
export const GRID = 10

/** Sizes of what is drawn, in pixels: the anatomy that layout and canvas share. */
export const BROKER_SIZE = { width: 148, height: 52 } as const
export const PAIR_SIZE = { width: 216, height: 104 } as const
export const REGION_HEAD = 32
export const NOTE_SIZE = { width: 200, height: 80 } as const

/** The nearest point of the grid. Never -0, which no file could hold. */
export function snap(value: number): number {
  return Math.round(value / GRID) * GRID + 0
}

/** Nothing has a place yet. */
export const EMPTY_LAYOUT: Layout = { brokers: {}, regions: {}, notes: {} }
