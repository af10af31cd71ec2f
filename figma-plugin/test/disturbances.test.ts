import assert from 'node:assert/strict'
import { test } from 'node:test'
import { difference, FakeDocument } from './fake/document'
import { generateDocument } from './fake/generate'
import { Random } from './fake/random'
import { World } from './support/world'

const SHAPE = { layers: 6_000, layersPerPage: 1_000, seed: 11 }
const DISTURBANCES = 200
const SEED = Number(process.env.SLUICE_SEED ?? 20_261)

function worldOf(document: FakeDocument, seed: number): World {
  // Slow enough that two hundred disturbances fit into one run.
  return new World(document, seed, { chunkMillis: 60, bytesPerMilli: 2_000, answerMillis: 0.5, fontMillis: 20 })
}

function writesByField(document: FakeDocument): Map<string, number> {
  const writes = new Map<string, number>()
  document.onWrite = (layer, field) => writes.set(`${layer.id} ${field}`, (writes.get(`${layer.id} ${field}`) ?? 0) + 1)
  return writes
}

async function undisturbed(): Promise<{ world: World; writes: Map<string, number> }> {
  const world = worldOf(generateDocument(SHAPE), 1)
  const writes = writesByField(world.document)
  await world.ready()
  world.session.set({ scope: 'document' })
  await world.run()
  return { world, writes }
}

/** Opens the plugin again and takes the run up, whatever happens meanwhile. */
async function takeUp(world: World): Promise<void> {
  world.openPlugin()
  await world.until(() => world.session.model.file !== null)
  if (world.session.model.saved !== null) world.session.resumeSaved()
}

/** The run, disturbed at random; returns how often. */
async function disturb(world: World, random: Random): Promise<number> {
  let count = 0
  while (count < DISTURBANCES && world.phase !== 'result') {
    // Mostly in the middle of work, sometimes in the middle of coming back.
    if (random.next() < 0.7) await world.untilPhase('running', 'result')
    await world.clock.runFor(random.below(90))
    if (world.phase === 'result') break
    count++
    switch (random.below(4)) {
      case 0:
        world.network.break()
        break
      case 1:
        world.killServer()
        await world.clock.runFor(random.below(300))
        world.startServer()
        break
      case 2:
        world.closePlugin()
        await world.clock.runFor(random.below(50))
        await takeUp(world)
        break
      case 3:
        // Everything at once.
        world.killServer()
        world.closePlugin()
        world.startServer()
        await takeUp(world)
    }
    if (world.phase === 'failed') assert.fail(`disturbance ${count}: ${world.session.model.notice?.text}`)
  }
  return count
}

test(`${DISTURBANCES} broken connections, killed servers and closed plugins come to the same file`, { timeout: 80_000 }, async () => {
  const reference = await undisturbed()
  const world = worldOf(generateDocument(SHAPE), SEED)
  const before = world.document.snapshot()
  const writes = writesByField(world.document)
  await world.ready()
  world.session.set({ scope: 'document' })
  world.session.apply()
  await world.untilPhase('running')

  const count = await disturb(world, new Random(SEED))
  await world.untilPhase('result')

  const replay = `SLUICE_SEED=${SEED} node test.mjs disturbances`
  assert.equal(count, DISTURBANCES, `the run was over after ${count} disturbances; ${replay}`)
  assert.deepEqual(world.complaints, [], replay)
  assert.equal(difference(world.document.snapshot(), reference.world.document.snapshot()), null, replay)
  for (const [field, times] of writes) {
    const needed = reference.writes.get(field) ?? 0
    assert.ok(times <= needed + 1, `${field} was written ${times} times, ${needed} needed; ${replay}`)
  }
  const run = [...world.journal.runs.values()][0]
  assert.ok(run && run.counts.nodes === reference.world.session.model.result?.done.counts.nodes, replay)
  const twice = [...writes].filter(([field, times]) => times > (reference.writes.get(field) ?? 0)).length
  process.stdout.write(`# ${count} disturbances, ${world.network.connections} connections, ${writes.size} values written, ${twice} of them twice\n`)

  world.document.undo()
  assert.equal(difference(world.document.snapshot(), before), null, `one undo; ${replay}`)
})
