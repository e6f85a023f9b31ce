import { Button, Callout, Meter, OkMark, Progress, ShareBar, Spinner, StopMark } from '../index.ts'
import { Group } from './Group.tsx'
import css from './Showcase.module.css'

const thresholds = [
  { id: 'outlook', label: 'Outlook', value: 1024 },
  { id: 'teams', label: 'Teams', value: 2048 },
  { id: 'slack', label: 'Slack', value: 3900 },
]

export function FeedbackShow() {
  return (
    <Group title="Feedback">
      <div className={css.fields}>
        <Meter
          label="Length of the link"
          value={2310}
          max={4200}
          unit="characters"
          thresholds={thresholds}
          names="list"
        />
        <ShareBar
          label="Of 20 messages"
          parts={[
            {
              id: 'received',
              label: 'received',
              value: 7,
              tone: 'always',
              fill: 'solid',
              mark: <OkMark size={14} />,
            },
            { id: 'way', label: 'under way', value: 4, tone: 'message', fill: 'ticked' },
            {
              id: 'stuck',
              label: 'stuck',
              value: 5,
              tone: 'sometimes',
              fill: 'hatched',
              mark: <StopMark size={14} />,
            },
            { id: 'unsent', label: 'not sent', value: 4, tone: 'never', fill: 'empty' },
          ]}
        />
        <Progress label="Checking 200 brokers" value={64} onCancel={() => undefined} />
        <Progress label="Reading broker.xml" onCancel={() => undefined} />
      </div>
      <Meter
        label="Length of the link"
        value={612}
        max={4200}
        unit="characters"
        remark="short enough for all three"
        thresholds={thresholds}
      />
      <Callout tone="error" actions={<Button size="small">Show fix</Button>}>
        Messages stop after one hop
      </Callout>
      <Callout
        tone="warning"
        title="Replies cannot return to edge-1 and edge-2"
        actions={<Button size="small">Show</Button>}
      >
        Both connectors are one-way, so an answer has no bridge to take.
      </Callout>
      <Callout tone="note">Raising only the consumer TTL would move the stop to hub.</Callout>
      <Callout tone="sometimes" title="fraud sometimes reaches ledger">
        While ledger is full, messages go round by hub.
      </Callout>
      <Callout tone="always">All 73 checks passed.</Callout>
      <Callout>The design is in the link itself, after the #: nothing is uploaded.</Callout>
      <Callout
        banner
        tone="note"
        actions={
          <>
            <Button size="small">Take the other</Button>
            <Button size="small" kind="quiet">
              Keep mine
            </Button>
          </>
        }
      >
        This design was changed in another tab.
      </Callout>
      <span className={css.pair}>
        <Spinner /> Opening the link
      </span>
    </Group>
  )
}
