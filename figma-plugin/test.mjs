import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { buildPlugin } from './build.mjs'

// Builds the plugin and the tests, then runs those whose names contain one of the arguments.
const wanted = process.argv.slice(2)
const root = import.meta.dirname
process.chdir(root)
await buildPlugin()
rmSync('build', { recursive: true, force: true })
const names = readdirSync('test').filter((name) => name.endsWith('.test.ts'))
await build({
  entryPoints: names.map((name) => `test/${name}`),
  outdir: 'build',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
})
const files = names.map((name) => `build/${name.replace(/ts$/, 'mjs')}`)
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
// A test that waits for ever is a failure that is told, and so is a file that does not end.
const FILE_MILLIS_MAX = 600_000 + 5_000 * Number(process.env.SLUICE_TEST_DISTURBANCES ?? 0)
const options = [
  '--expose-gc', '--enable-source-maps', '--test', '--test-reporter=spec', `--test-timeout=${FILE_MILLIS_MAX}`, '--test-force-exit',
]
const { status } = spawnSync(process.execPath, [...options, ...files], { stdio: 'inherit' })
process.exit(status ?? 1)
