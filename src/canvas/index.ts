/** The door of the canvas: the only room that knows React Flow. */
export { Canvas } from './Canvas.tsx'
