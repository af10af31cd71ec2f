import assert from 'node:assert/strict'
import { test } from 'node:test'
import { difference, FakeDocument } from './fake/document'
import { generateDocument } from './fake/generate'
import { COSTS } from './fake/handle'
import { Random } from './fake/random'
import { World } from './support/world'

const SHAPE = { layers: 6_000, layersPerPage: 1_000, seed: 11 }
const DISTURBANCES = 200
const SEED = Number(process.env.SLUICE_SEED ?? 20_261)

function worldOf(document: FakeDocument, seed: number): World {
  // Writing is so slow that two hundred disturbances find something under way.
  return new World(document, seed, { chunkMillis: 10, bytesPerMilli: 10_000, answerMillis: 0.5, fontMillis: 20, costs: { ...COSTS, write: 600 } })
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

interface Disturbed {
  count: number
  /** Of those, how many after the first write, each with more written than at the one before. */
  amid: number
}

/**
 * The run, disturbed at random from its beginning to its end: where it is ahead of the disturbances
 * they come faster, where it is behind they let it work.
 */
async function disturb(world: World, random: Random, writesInAll: number): Promise<Disturbed> {
  let count = 0
  let amid = 0
  let writes = 0
  while (count < DISTURBANCES && world.phase !== 'result') {
    // Mostly in the middle of work, sometimes in the middle of coming back.
    if (random.next() < 0.7) await world.untilPhase('running', 'result')
    const ahead = world.document.writes / writesInAll > (0.8 * count) / DISTURBANCES
    await world.clock.runFor(random.below(ahead ? 8 : 200))
    if (world.phase === 'result') break
    count++
    if (world.document.writes > writes) amid++
    writes = world.document.writes
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
  return { count, amid }
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

  const { count, amid } = await disturb(world, new Random(SEED), reference.world.document.writes)
  await world.untilPhase('result')

  const replay = `SLUICE_SEED=${SEED} node test.mjs disturbances`
  assert.equal(count, DISTURBANCES, `the run was over after ${count} disturbances; ${replay}`)
  assert.ok(amid >= DISTURBANCES / 4, `only ${amid} disturbances met a run that had written; ${replay}`)
  assert.deepEqual(world.complaints, [], replay)
  assert.equal(difference(world.document.snapshot(), reference.world.document.snapshot()), null, replay)
  for (const [field, times] of writes) {
    const needed = reference.writes.get(field) ?? 0
    assert.ok(times <= needed + 1, `${field} was written ${times} times, ${needed} needed; ${replay}`)
  }
  const run = [...world.journal.runs.values()][0]
  assert.ok(run && run.counts.nodes === reference.world.session.model.result?.done.counts.nodes, replay)
  const twice = [...writes].filter(([field, times]) => times > (reference.writes.get(field) ?? 0)).length
  process.stdout.write(`# ${count} disturbances, ${amid} of them with something new written, ${world.network.connections} connections, ${writes.size} values written, ${twice} of them twice\n`)

  world.session.back()
  await world.untilPhase('ready', 'offline')
  world.session.revert(run.id)
  await world.untilPhase('running')
  await world.untilPhase('result')
  assert.equal(difference(world.document.snapshot(), before), null, `taken back; ${replay}`)
  await world.clock.runFor(10)

  assert.ok(world.document.undo())
  assert.equal(difference(world.document.snapshot(), reference.world.document.snapshot()), null, `one undo; ${replay}`)
  assert.ok(world.document.undo())
  assert.equal(difference(world.document.snapshot(), before), null, `two undos; ${replay}`)
})
