/** The door to drawing: a tidy layout, and the geometry that layout and canvas share. */
export { arrange, type ArrangeOptions } from './arrange.ts'
export {
  around,
  brokerBoxes,
  freePlace,
  overlap,
  REGION_PADDING,
  regionAround,
  sizeOfBroker,
  type Size,
} from './geometry.ts'
