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
      output: {
        // A few files for the first picture instead of sixty: what rarely changes apart from what often does.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|zustand|use-sync-external-store)\//,
            },
            { name: 'flow', test: /node_modules\/(@xyflow|d3-|classcat)/ },
            { name: 'kit', test: /src\/ui\/(?!overlay\/CommandPalette|layout\/Table|showcase)/ },
            { name: 'base', test: /src\/(store|canvas|model\/(checks|forecast|network|dialects|design))\// },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/laws.ts'],
    // Laws try hundreds of random networks; a busy machine may take its time over them.
    testTimeout: 60_000,
  },
})
