import { answerFlow, type FlowQuestion } from '../../store/flow/flowRun.ts'

// A run of messages, away from the hand: one set-up in, the whole run out.
addEventListener('message', (event: MessageEvent<FlowQuestion>) => {
  postMessage(answerFlow(event.data))
})
