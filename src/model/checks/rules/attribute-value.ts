import { attributesOf, fitsType } from '../settings/attributes.ts'
import type { Check } from '../check.ts'
import { withoutExtra } from '../fixes/fixes.ts'
import { clipped, listed, subject } from '../../words.ts'
import { AWS_ANSWERS, measured } from '../sources.ts'

const WORDS = {
  boolean: 'true or false',
  integer: 'a whole number',
  long: 'a whole number',
  memory: 'a number',
  text: 'text',
}

const check: Check = {
  id: 'attribute-value',
  severity: 'error',
  title: 'An attribute has a value of the wrong type.',
  why: 'A broker checks its file against the schema and does not start; Amazon MQ refuses the whole configuration. Booleans are true, false, 1 or 0 in small letters; TTLs are whole numbers. Correct the value, or leave the attribute out for its default.',
  covers: ['MQ004'],
  sources: [measured('duplex="TRUE": the broker does not start'), AWS_ANSWERS],
  examples: { bad: 'a -> b { duplex=TRUE }', good: 'a -> b { duplex=1 }' },
  *find(network) {
    for (const connector of network.design.connectors) {
      if (!connector.extra) continue
      const wrong = attributesOf(connector).filter((attribute) => !attribute.key && !fitsType(attribute))
      if (wrong.length === 0) continue
      const told = wrong.map(
        ({ xml, text, row }) => `${xml}="${clipped(text)}" is not ${WORDS[row?.type ?? 'text']}`,
      )
      yield {
        at: [
          { connector: connector.id },
          ...wrong.map(({ xml }) => ({ connector: connector.id, setting: xml })),
        ],
        message: `${subject(network, connector)}: ${listed(told)}.`,
        fix: {
          label: 'Use the defaults instead',
          edits: [
            withoutExtra(
              connector,
              wrong.map(({ xml }) => xml),
            ),
          ],
        },
      }
    }
  },
}
export default check
