import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

/** The command line as one file that needs Node and nothing else: `npm run build:cli`. */
// oxlint-disable-next-line import/no-default-export -- Vite asks for one.
export default defineConfig({
  plugins: [packageBeside()],
  publicDir: false,
  // The file may be put anywhere by itself, and still knows what it is.
  define: { MESHWRIGHT_VERSION: JSON.stringify(ownPackage()['version']) },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist-cli',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: {
        format: 'es',
        entryFileNames: 'meshwright.mjs',
        banner: '#!/usr/bin/env node',
        codeSplitting: false,
      },
    },
  },
  ssr: { noExternal: true, target: 'node' },
})

/** The bundle as a package of its own, without the libraries of the page: `npm pack ./dist-cli`. */
function packageBeside(): Plugin {
  return {
    name: 'package-beside',
    generateBundle() {
      const { name, version, description, license, engines } = ownPackage()
      const own = {
        name,
        version,
        description,
        license,
        type: 'module',
        bin: { meshwright: 'meshwright.mjs' },
        engines,
      }
      this.emitFile({
        type: 'asset',
        fileName: 'package.json',
        source: `${JSON.stringify(own, undefined, 2)}\n`,
      })
      for (const file of ['LICENSE']) {
        this.emitFile({ type: 'asset', fileName: file, source: readFileSync(new URL(file, import.meta.url)) })
      }
    },
  }
}

function ownPackage(): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as Record<string, unknown>
}
