/**
 * Property tests draw the same cases in every run, so that a red gate is the change's own fault and a
 * colleague sees the same red. `LAWS_SEED=random npm run unit` draws others (the failure names its seed),
 * `LAWS_SEED=12345` draws those again.
 */
import * as fc from 'fast-check'

const asked = process.env['LAWS_SEED']
fc.configureGlobal({ seed: asked === 'random' ? Date.now() ^ (process.pid << 8) : Number(asked ?? 20_261) })
