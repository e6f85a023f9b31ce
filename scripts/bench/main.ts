import { cpus, totalmem } from 'node:os'
import { benchForecast } from './forecastBench.ts'
import { benchModel } from './modelBench.ts'
import { benchPage } from './pageBench.ts'

/** `npm run bench`: prints figures beside named peers of the same run. `npm run bench -- model`, `-- forecast` and `-- page` print a part. */
const SIZES = [50, 200, 1000] as const
const only = process.argv[2]

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
)
if (only === undefined || only === 'model') benchModel(SIZES)
if (only === undefined || only === 'forecast') benchForecast([50, 200, 1000])
if (only === undefined || only === 'page') await benchPage([3, 200, 1000])
