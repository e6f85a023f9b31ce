import { networkOf, type Design } from '@meshwright/model'
import { runChecks } from '@meshwright/model/checks'

// The checks that ask the forecast, away from the hand: one design in, its findings out.
addEventListener('message', (event: MessageEvent<Design>) => {
  postMessage(runChecks(networkOf(event.data), { forecast: true }))
})
