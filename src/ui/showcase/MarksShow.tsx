import * as icons from '../icons/icons.ts'
import * as own from '../icons/own.tsx'
import {
  BrokerIcon,
  Chip,
  ConnectorIcon,
  ConsumerIcon,
  FilterIcon,
  KeyCap,
  OkMark,
  PatternThumb,
  Plate,
  ProducerIcon,
  SeverityCounts,
  SeverityMark,
  ShowIcon,
  StateDot,
  StepMark,
  StopMark,
  VerdictMark,
  Badge,
  type PatternShape,
} from '../index.ts'
import { Group } from './Group.tsx'
import css from './Showcase.module.css'

const severities = ['error', 'warning', 'note'] as const
const verdicts = ['always', 'sometimes', 'never', 'no-route'] as const
const patterns: readonly PatternShape[] = [
  'hub-and-spoke',
  'mesh',
  'concentrator',
  'chain',
  'tree',
  'cross-region',
  'two-sites',
]

export function MarksShow() {
  return (
    <>
      <Group title="Marks">
        <div className={css.line}>
          {severities.map((severity) => (
            <span key={severity} className={css.pair}>
              <SeverityMark severity={severity} /> {severity}
            </span>
          ))}
          <span className={css.sep} />
          {verdicts.map((verdict) => (
            <span key={verdict} className={css.pair}>
              <VerdictMark verdict={verdict} size={14} /> {verdict.replace('-', ' ')}
            </span>
          ))}
          <span className={css.sep} />
          <Plate bars={3}>stuck: 3</Plate>
        </div>
        <div className={`${css.line} ${css.tight}`}>
          <Chip icon={<BrokerIcon size={14} />} onClick={() => undefined}>
            orders
          </Chip>
          <Chip icon={<ConnectorIcon size={14} />} current onClick={() => undefined}>
            hub-to-billing
          </Chip>
          <Chip pressed>All 3</Chip>
          <Chip pressed={false}>Errors 2</Chip>
          <Chip icon={<ShowIcon size={14} />}>read-only</Chip>
          <Chip
            icon={<FilterIcon size={14} />}
            mono
            onRemove={() => undefined}
            removeLabel="Remove payments.>"
          >
            payments.&gt;
          </Chip>
          <span className={css.sep} />
          <Chip strong icon={<ProducerIcon size={14} />}>
            producer
          </Chip>
          <Chip strong icon={<ConsumerIcon size={14} />}>
            consumer
          </Chip>
          <span className={css.sep} />
          <StepMark step={1} />
          <KeyCap keys="Mod+K" />
        </div>
        <div className={css.line}>
          <span className={css.pair}>
            <OkMark size={14} /> on both brokers
          </span>
          <span className={css.pair}>
            <StopMark size={16} /> stuck
          </span>
          <span className={css.pair}>
            <StateDot solid /> Active
          </span>
          <span className={css.pair}>
            <StateDot solid={false} /> Standby
          </span>
          <SeverityCounts counts={{ error: 2, warning: 1 }} />
          {(['neutral', 'accent', 'always', 'sometimes', 'never', 'error', 'warning', 'note'] as const).map(
            (tone) => (
              <Badge key={tone} tone={tone}>
                {tone}
              </Badge>
            ),
          )}
        </div>
      </Group>
      <Group title="Icons">
        <div className={css.icons}>
          {[...Object.entries(own), ...Object.entries(icons)].map(([name, Glyph]) => (
            <span key={name} className={css.icon} title={name}>
              <Glyph />
            </span>
          ))}
        </div>
        <div className={css.thumbs}>
          {patterns.map((shape) => (
            <span key={shape} className={css.thumb}>
              <PatternThumb shape={shape} />
              {shape}
            </span>
          ))}
        </div>
      </Group>
    </>
  )
}
