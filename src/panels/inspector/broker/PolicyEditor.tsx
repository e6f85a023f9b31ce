import { engineOf, formatDestination, parseDestination, type DestinationPolicy } from '@meshwright/model'
import { POLICY_SETTINGS } from '@meshwright/model/targets'
import { useStoreApi } from '../../../store/react.ts'
import { Combobox, DeleteIcon, IconButton, Section } from '../../../ui/index.ts'
import { useReadOnly } from '../../common/useDesign.ts'
import { counted, inSentence } from '../../common/words.ts'
import { AttributeRows } from '../settings/AttributeRows.tsx'
import { matchesInWords } from '../filters/filterEntries.ts'
import css from '../Inspector.module.css'
import { knownDestinations } from '../../common/knownDestinations.ts'
import { valueInWords } from '../settings/settingLines.ts'
import type { BrokerProps } from '../elementProps.ts'

/** Policies for destinations that change how a network behaves: replay, rate limit, copies of topics. */
export function PolicyEditor({ network, broker }: BrokerProps) {
  const store = useStoreApi()
  const readOnly = useReadOnly()
  const policies = broker.policies ?? []
  const set = (next: readonly DestinationPolicy[], what: string) =>
    store
      .getState()
      .edit(
        { type: 'set-broker', id: broker.id, fields: { policies: next.length > 0 ? next : null } },
        { label: `${what} on ${broker.name}` },
      )
  const add = (text: string) => {
    const destination = parseDestination(text)
    if (destination) set([...policies, { destination }], `add a policy for ${formatDestination(destination)}`)
  }
  return (
    <Section
      title="Destination policies"
      summary={policies.length > 0 ? counted(policies.length, 'policy', 'policies') : 'none'}
      defaultOpen={policies.length > 0}
    >
      {policies.map((policy, index) => {
        const subject = formatDestination(policy.destination)
        const { destination, ...values } = policy
        return (
          <section key={`${index} ${subject}`} className={css.block} aria-label={`Policy for ${subject}`}>
            <h4 className={css.subhead}>
              <code className={css.mono}>{subject}</code>
              {!readOnly && (
                <span className={css.end}>
                  <IconButton
                    size="small"
                    icon={<DeleteIcon size={14} />}
                    label={`Remove the policy for ${subject}`}
                    onClick={() =>
                      set(
                        policies.filter((_, at) => at !== index),
                        `remove the policy for ${subject}`,
                      )
                    }
                  />
                </span>
              )}
            </h4>
            <p className={css.faint}>{matchesInWords(destination)}</p>
            <AttributeRows
              table={POLICY_SETTINGS}
              values={values}
              engine={engineOf(network.design, broker)}
              target={network.targetOf(broker.id)}
              elementOf={(row) =>
                'element' in row && row.element === 'policyEntry'
                  ? 'policyEntry'
                  : 'conditionalNetworkBridgeFilterFactory'
              }
              readOnly={readOnly}
              onChange={(field, row, value) =>
                set(
                  policies.map((other, at) => (at === index ? withField(other, field, value) : other)),
                  value === undefined
                    ? `reset ${inSentence(row.label)} for ${subject}`
                    : `set ${inSentence(row.label)} for ${subject} to ${valueInWords(row, value)}`,
                )
              }
            />
          </section>
        )
      })}
      {!readOnly && (
        <Combobox
          aria-label="Add a policy for"
          value=""
          clears
          mono
          placeholder="Add for queue://orders.>"
          suggestions={[
            { value: 'queue://>' },
            { value: 'topic://>' },
            ...knownDestinations(network.design).map((value) => ({ value })),
          ]}
          onCommit={add}
        />
      )}
    </Section>
  )
}

function withField({ destination, ...values }: DestinationPolicy, field: string, value: unknown) {
  const set = Object.entries({ ...values, [field]: value }).filter(([, one]) => one !== undefined)
  return { destination, ...(Object.fromEntries(set) as typeof values) }
}
