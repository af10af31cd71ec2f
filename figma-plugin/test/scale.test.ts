import assert from 'node:assert/strict'
import { test } from 'node:test'
import vm from 'node:vm'
import { FRAME_BYTES_MAX, MESSAGE_BYTES_MAX } from '../src/shared/limits'
import { generateDocument } from './fake/generate'
import type { Plugin } from './fake/host'
import { World } from './support/world'

/** Layers of one page; the ids of one page are all that may grow with anything. */
const PAGE = 2_500
const SAMPLES = 16
const HANDLES_MAX = 250
const RETAINED_BYTES_MAX = 4 * FRAME_BYTES_MAX
const SANDBOX_BYTES_MAX = 2 * 1_048_576
const SLICE_MICROS_MAX = 16_000

interface Measured {
  layers: number
  handles: number
  retainedBytes: number
  sandboxBytes: number
  longestSliceMicros: number
  /** By the clock of the imitation, whose costs are guesses. */
  virtualMillis: number
  changed: number
}

async function sandboxBytes(): Promise<number> {
  const measured = await (vm as unknown as {
    measureMemory(options: object): Promise<{ other: { jsMemoryEstimate: number }[] }>
  }).measureMemory({ mode: 'detailed', execution: 'eager' })
  return Math.max(0, ...measured.other.map((context) => context.jsMemoryEstimate))
}

async function measure(layers: number): Promise<Measured> {
  const document = generateDocument({ layers, layersPerPage: PAGE, seed: 5 })
  // History and inverse are the editor's and the server's; here the plugin is measured.
  document.keepsHistory = false
  const world = new World(document, 1, { countsHandles: true })
  world.journal.keepsInverse = false
  await world.ready()
  const began = world.clock.now()
  world.session.set({ scope: 'document' })
  let retainedBytes = 0
  let sandbox = 0
  // Bytes at all times; handles and the sandbox's heap, which take a collection of garbage, now and then.
  let nextSample = 0
  let samples = 0
  world.clock.between = () => {
    retainedBytes = Math.max(retainedBytes, world.session.retained * 2 + world.traffic.inFlightBytes + world.network.inFlight)
    const { handles } = (world.plugin as Plugin).figma
    if (handles.made < nextSample) return undefined
    // About five handles are made for a layer: found, read, its parent, the pages, written.
    nextSample += Math.ceil((layers * 5) / SAMPLES)
    handles.sample()
    return samples++ % 4 === 1 ? sandboxBytes().then((bytes) => void (sandbox = Math.max(sandbox, bytes))) : undefined
  }
  await world.run()
  assert.equal(world.phase, 'result', world.session.model.notice?.text)
  assert.deepEqual(world.complaints, [])
  const { figma } = world.plugin as Plugin
  assert.ok(figma.pendingMax <= 31, `${figma.pendingMax} answers of Figma were waited for at once`)
  assert.ok(world.traffic.messageBytesMax <= MESSAGE_BYTES_MAX, `a message of ${world.traffic.messageBytesMax} bytes`)
  const counts = world.session.model.result?.done.counts
  assert.equal(counts?.nodes, counts?.candidates)
  return {
    layers,
    handles: figma.handles.liveMax,
    retainedBytes,
    sandboxBytes: sandbox,
    longestSliceMicros: world.clock.longestSliceMicros,
    virtualMillis: Math.round(world.clock.now() - began),
    changed: counts?.changed ?? 0,
  }
}

for (const layers of [1_000, 10_000, 100_000]) {
  test(`${layers} layers: handles, bytes and slices stay within bounds that do not depend on the size`, { timeout: 120_000 }, async () => {
    const measured = await measure(layers)

    process.stdout.write(`# ${JSON.stringify(measured)}\n`)
    assert.ok(measured.changed > layers / 2)
    assert.ok(measured.handles <= HANDLES_MAX, `${measured.handles} handles`)
    assert.ok(measured.retainedBytes <= RETAINED_BYTES_MAX, `${measured.retainedBytes} bytes of messages`)
    assert.ok(measured.sandboxBytes <= SANDBOX_BYTES_MAX, `${measured.sandboxBytes} bytes in the sandbox`)
    assert.ok(measured.longestSliceMicros <= SLICE_MICROS_MAX, `a slice of ${measured.longestSliceMicros} µs`)
  })
}
