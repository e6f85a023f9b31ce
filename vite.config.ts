import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Relative, so that the built files work from any folder of any static host.
  base: './',
  plugins: [react()],
  build: {
    target: 'es2022',
    sourcemap: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Calls that only make something, of libraries and of ours: what nobody uses of it is left out.
      treeshake: { manualPureFunctions: ['memo', 'forwardRef', 'createContext', 'oncePer'] },
      output: {
        // A few files for the first picture instead of seventy: what rarely changes apart from what often does. A group
        // takes along all that its modules need, so it names only what the first picture shows; the rest is parted by
        // itself. `npm run bench -- page` prints what a first visit loads.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|zustand|use-sync-external-store)\//,
            },
            { name: 'flow', test: /node_modules\/(@xyflow|d3-|classcat)/ },
            {
              name: 'base',
              test: /src\/(canvas\/(?!overlay|view\/MapView)|app\/(App|entry|shortcuts|ports\/(?!.*worker\.ts)|frame\/(?!PhoneSheet|PhoneFrame|EmbedFrame|DamagedLink))|store\/(actions|keeping\/autosave)|ui\/(UiProvider|style|a11y|later|icons\/first|overlay\/(Menu\.|Tooltip|Toast|toaster)|layout\/EmptyState))/,
            },
            { name: 'overlay', test: /src\/canvas\/(overlay|view\/MapView)/ },
            // What comes right after it: the checks, the inspector, the findings and the controls that they need.
            {
              name: 'desk',
              test: /src\/(panels\/(inspector|findings|common)\/|ui\/(controls|feedback|layout|code)\/|store\/checks\/quickChecks)/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  // What workers alone import is found at the start too: found later, it would reload the page under somebody's hands.
  optimizeDeps: { entries: ['index.html', 'src/app/**/*.worker.ts'] },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts', 'e2e/brokers/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/laws.ts'],
    // Laws try hundreds of random networks; a busy machine may take its time over them.
    testTimeout: 60_000,
  },
})
