import { brokerName, told } from '@meshwright/model'
import { shareSentences } from '@meshwright/model/forecast'
import { Section } from '../../../ui/index.ts'
import { counted } from '../../common/words.ts'
import css from './FlowSetup.module.css'
import type { Run } from '../run/useRun.ts'

/** How a queue's messages are shared between consumers, or how many copies of a topic's each may get. */
export function ShareRows({ run }: { readonly run: Run }) {
  const { network, shares, flows, destination } = run
  const isTopic = destination.kind === 'topic'
  const sentences = isTopic
    ? flows.flatMap(({ from, to, copies, queue }) => {
        const into = queue ? ` in ${told(queue)}` : ''
        const ends = `${brokerName(network, from)} to ${brokerName(network, to)}`
        return copies ? [`${ends}${into}: ${copiesInWords(copies)}.`] : []
      })
    : shares.flatMap((one) => shareSentences(network, one))
  if (sentences.length === 0) return null
  return (
    <Section title={isTopic ? 'Copies of a message' : 'Shares'} foldable={false}>
      <ul className={css.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Section>
  )
}

/** `1 copy`, `1 to 3 copies`. */
function copiesInWords({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? counted(max, 'copy', 'copies') : `${min} to ${counted(max, 'copy', 'copies')}`
}
