// Builds the app and, while developing, hands /api to the server.
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { basemap } from './scripts/basemap.ts'
import { syllables } from './scripts/syllables.ts'

const server = process.env.KITH_API ?? 'http://127.0.0.1:8000'

/** Few files instead of many: what every page needs changes seldom and stays in the browser's cache. */
const GROUPS = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 4 },
  {
    name: 'tanstack',
    test: /node_modules\/@tanstack\/(react-router|router-core|history|store|react-store|react-query|query-core)\//,
    priority: 3,
  },
  { name: 'icons', test: /node_modules\/@tabler\//, priority: 2 },
  { name: 'platform', test: /src\/(lib|platform)\/(?!messages)/, priority: 1 },
  // What nearly every page shares compresses better as one file than as thirty.
  { name: 'common', minShareCount: 28, priority: 0 },
]

export default defineConfig({
  plugins: [react(), basemap(), syllables()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': { target: server, ws: true, changeOrigin: false } } },
  build: {
    target: 'es2023',
    manifest: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['./src/app/tests/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
