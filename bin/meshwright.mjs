#!/usr/bin/env node
// The command line: from its sources in a clone, so that nothing has to be built; from the bundle where it is installed.
import { existsSync } from 'node:fs'

const sources = new URL('../src/cli/main.ts', import.meta.url)
if (existsSync(sources)) {
  const { register } = await import('tsx/esm/api')
  register()
  await import(sources.href)
} else {
  await import(new URL('../dist-cli/meshwright.mjs', import.meta.url).href)
}
