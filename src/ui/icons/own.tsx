import { drawn } from './Icon.tsx'

/** One broker: a box with three queues in it. */
export const BrokerIcon = /* @__PURE__ */ drawn(
  <>
    <rect x="1.5" y="3.75" width="13" height="8.5" rx="2.25" />
    <path d="M5.25 6.5v3M8 6.5v3M10.75 6.5v3" />
  </>,
)

/** Active/standby: the same box with its twin behind it. */
export const PairIcon = /* @__PURE__ */ drawn(
  <>
    <rect x="1.25" y="6" width="10.75" height="7.25" rx="2" />
    <path d="M4.25 8.35v2.55M6.6 8.35v2.55M8.95 8.35v2.55M4.1 3.25h8.4a2.25 2.25 0 0 1 2.25 2.25v4.4" />
  </>,
)

/** A region: a container with a head, two things in it. */
export const RegionIcon = /* @__PURE__ */ drawn(
  <>
    <rect x="1.75" y="2.25" width="12.5" height="11.5" rx="2.25" />
    <path d="M1.75 5.9h12.5" />
    <path d="M5 9.6h.01M7.75 9.6h.01" strokeWidth="1.8" />
  </>,
)

/** Messages go one way. */
export const OneWayIcon = /* @__PURE__ */ drawn(
  <>
    <path d="M1.5 8h8.5" />
    <path d="M9.25 4.4 15 8l-5.75 3.6Z" fill="currentColor" stroke="none" />
  </>,
)

/** Messages go both ways: two lanes, a half head at the end of each. */
export const DuplexIcon = /* @__PURE__ */ drawn(
  <path d="M1.4 7.1 8 2.7v2.9h6.6v1.5ZM14.6 8.9 8 13.3v-2.9H1.4V8.9Z" fill="currentColor" stroke="none" />,
)

/** Stuck: an octagon with a cross. */
export const StuckIcon = /* @__PURE__ */ drawn(
  <>
    <path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4l-3.65-3.65V5.4Z" />
    <path d="m6 6 4 4M10 6l-4 4" />
  </>,
)

/** A producer puts messages in: up and out of its place. */
export const ProducerIcon = /* @__PURE__ */ drawn(
  <path d="M8 10.5V2.25M4.5 5.75 8 2.25l3.5 3.5M2.75 13.75h10.5" />,
)

/** A consumer takes messages: down and in. */
export const ConsumerIcon = /* @__PURE__ */ drawn(
  <path d="M8 2.25v8.25M4.5 7 8 10.5 11.5 7M2.75 13.75h10.5" />,
)
