import { expect, test } from 'vitest'
import { ENGINE_LINES } from '../dialects/engine.ts'
import { takesAutoStart, takesBrokerId } from './removed-settings.ts'
import { verdictFor } from './verdict.ts'

test('the settings that decide about bridges are taken where the table of all settings says so', () => {
  for (const target of ['amazon-mq', 'self-managed'] as const) {
    for (const engine of [...ENGINE_LINES, '5.18.4', '5.19.1', '6.2.0', '', 'unknown']) {
      expect([target, engine, takesAutoStart(target, engine)]).toEqual([
        target,
        engine,
        verdictFor(target, engine, 'networkConnector', 'autoStart').verdict === 'permitted',
      ])
      expect([target, engine, takesBrokerId(target)]).toEqual([
        target,
        engine,
        verdictFor(target, engine, 'broker', 'brokerId').verdict !== 'stripped',
      ])
    }
  }
})
