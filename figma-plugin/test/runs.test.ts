import assert from 'node:assert/strict'
import { test } from 'node:test'
import { difference } from './fake/document'
import { generateDocument } from './fake/generate'
import { World } from './support/world'

const SMALL = { layers: 1_000, layersPerPage: 400, seed: 7 }

async function readyWorld(): Promise<World> {
  const world = new World(generateDocument(SMALL))
  await world.ready()
  world.session.set({ scope: 'document' })
  return world
}

test('a run writes what the server decides, and a second one finds nothing to do', async () => {
  const world = await readyWorld()

  await world.run()

  assert.equal(world.phase, 'result')
  const first = world.session.model.result?.done.counts
  assert.ok(first && first.changed > 500 && first.written === first.changed, JSON.stringify(first))
  assert.deepEqual(world.complaints, [])
  world.session.back()
  const writes = world.document.writes
  await world.run()
  assert.equal(world.session.model.result?.done.counts.changed, 0)
  assert.equal(world.document.writes, writes)
})

test('one undo takes back a run, and nothing that was before', async () => {
  const world = await readyWorld()
  const layer = [...world.document.layers.values()][0]
  assert.ok(layer)
  world.document.write(layer, 'opacity', 0.25)
  const before = world.document.snapshot()

  await world.run()
  assert.notEqual(difference(world.document.snapshot(), before), null)
  world.document.undo()

  assert.equal(difference(world.document.snapshot(), before), null)
  world.document.undo()
  assert.equal(world.document.value(layer, 'opacity'), 1)
})

test('cancel is served within 100 ms, answers what was not written, and closes the undo step', async () => {
  for (const delay of [1, 7, 40, 90, 200, 333]) {
    const world = new World(generateDocument(SMALL), 1, { fontMillis: 5_000 })
    await world.ready()
    world.session.set({ scope: 'document' })
    const before = world.document.snapshot()
    world.session.apply()
    await world.untilPhase('running')
    await world.clock.runFor(delay)

    const asked = world.clock.now()
    let lastWrite = 0
    world.document.onWrite = () => (lastWrite = world.clock.now())
    world.session.cancel()
    await world.untilPhase('result')
    const served = world.clock.now() - asked
    await world.clock.runFor(10_000)

    assert.ok(served <= 100, `after ${delay} ms it took ${served} ms`)
    assert.ok(lastWrite - asked <= 100)
    assert.equal(world.session.model.result?.done.state, 'cancelled')
    world.document.undo()
    assert.equal(difference(world.document.snapshot(), before), null)
    assert.equal(world.storage.size, 1, 'only the port is kept')
  }
})

test('nothing is read or written while a run is paused, and it goes on after that', async () => {
  const world = await readyWorld()
  world.session.apply()
  await world.until(() => world.document.writes > 100)

  world.session.pause()
  await world.clock.runFor(50)
  const { writes } = world.document
  await world.clock.runFor(5_000)
  assert.equal(world.document.writes, writes)
  world.session.proceed()
  await world.untilPhase('result')

  assert.equal(world.session.model.result?.done.state, 'done')
})

test('the server may pause, go on and cancel too', async () => {
  const world = await readyWorld()
  world.session.apply()
  await world.until(() => world.document.writes > 100)

  world.peer.current?.numbered({ t: 'pause' })
  await world.untilPhase('paused')
  world.peer.current?.numbered({ t: 'resume' })
  await world.untilPhase('running')
  const { current } = world.peer
  current?.numbered({ t: 'cancel' })
  await world.until(() => world.session.model.run?.cancelling === true)
  await world.clock.runFor(50)
  const { writes } = world.document
  await world.clock.runFor(1_000)

  assert.equal(world.document.writes, writes)
})

test('a dry run writes nothing, sends instances too, and can be made real', async () => {
  const world = await readyWorld()

  await world.run('dryRun')

  const result = world.session.model.result
  assert.ok(result?.dry && result.done.changes.length === 200 && result.done.counts.overrides > 0)
  assert.equal(world.document.writes, 0)
  const { counts } = result.done
  await world.run('confirm')
  assert.equal(world.session.model.result?.dry, false)
  assert.equal(world.session.model.result?.done.counts.changed, counts.changed)
})

test('instances are left alone unless the policy says otherwise; then the overrides are counted first', async () => {
  const overridden = (world: World) => [...world.document.layers.values()].filter((layer) => layer.overrides !== null).length
  const cautious = await readyWorld()
  await cautious.run()
  assert.equal(overridden(cautious), 0)

  for (const instances of ['overridden', 'all'] as const) {
    const world = await readyWorld()
    world.session.set({ instances })
    await world.run()
    const proposal = world.session.model.result?.proposal
    assert.ok(world.session.model.result?.dry && proposal && proposal.overrides > 0, 'a dry run comes first')
    assert.equal(world.document.writes, 0)
    await world.run('confirm')
    assert.equal(world.session.model.result?.dry, false)
    // Layers that take the new value from their component need no override any more.
    assert.ok(overridden(world) > 0 && overridden(world) <= proposal.overrides, instances)
  }
})

test('a run is limited to what is selected, each layer once', async () => {
  const world = await readyWorld()
  const [board] = world.document.pages[0]?.children ?? []
  assert.ok(board)
  const figma = world.plugin?.figma
  assert.ok(figma)
  // A layer in the board is selected with it.
  figma.selection = [board, board.children[1] ?? board]
  world.session.set({ scope: 'selection' })
  const written = new Set<string>()
  world.document.onWrite = (layer) => written.add(layer.id)

  await world.run()

  const inside = (id: string) => {
    for (let at = world.document.layers.get(id); at !== undefined; at = at.parent.type === 'PAGE' ? undefined : (at.parent as typeof at)) {
      if (at === board) return true
    }
    return false
  }
  assert.ok(written.size > 10)
  assert.ok([...written].every(inside))
  const wanted = [...world.document.layers.values()].filter((layer) => layer.data !== null && !layer.id.startsWith('I') && inside(layer.id))
  assert.equal(world.session.model.result?.done.counts.nodes, wanted.length)
})

test('scopes that mean nothing are told before anything is asked', async () => {
  const world = await readyWorld()
  for (const scope of ['selection', 'pages'] as const) {
    world.session.set({ scope })
    world.session.apply()
    await world.clock.runFor(10)
    assert.equal(world.phase, 'ready')
    assert.match(world.session.model.notice?.text ?? '', /selected|chosen/)
  }
})

test('only the chosen page is loaded', async () => {
  const world = await readyWorld()
  world.session.set({ scope: 'pages', pages: ['2:1'] })

  await world.run()

  assert.deepEqual(world.document.pages.map((page) => page.loads), [0, 1, 0])
})

test('themes are chosen from those of the server', async () => {
  const world = await readyWorld()
  await world.run()
  world.session.back()
  assert.deepEqual(world.session.model.server?.themes.map((theme) => theme.label), ['mode/light', 'mode/dark'])

  world.session.set({ themes: ['mode/dark'] })
  await world.run()

  assert.ok((world.session.model.result?.done.counts.changed ?? 0) > 100)
})

test('a run is taken back from the list of runs; layers changed since are left alone', async () => {
  const world = await readyWorld()
  const before = world.document.snapshot()
  await world.run()
  const [changed] = [...world.document.layers.values()].filter((layer) => layer.type === 'RECTANGLE' && layer.own.has('fills'))
  assert.ok(changed)
  world.session.back()
  world.session.listRuns()
  await world.until(() => world.session.model.runs !== null)
  world.document.commit()
  world.document.write(changed, 'fills', [{ type: 'SOLID', color: { r: 0, g: 1, b: 0 } }])

  world.session.revert(world.session.model.runs?.[0]?.id ?? '')
  await world.untilPhase('result')

  const { result } = world.session.model
  assert.equal(result?.kind, 'revert')
  assert.deepEqual(result?.skipped, [{ id: changed.id, why: 'changed-since' }])
  world.document.write(changed, 'fills', before.get(changed.id)?.fills)
  for (const [field, value] of Object.entries(before.get(changed.id) ?? {})) world.document.write(changed, field, value)
  assert.equal(difference(world.document.snapshot(), before), null)
})

test('taking a run back survives a killed server and a closed plugin', async () => {
  const world = new World(generateDocument(SMALL), 3, { chunkMillis: 20 })
  await world.ready()
  world.session.set({ scope: 'document' })
  const before = world.document.snapshot()
  await world.run()
  world.session.back()
  world.session.revert([...world.journal.runs.keys()][0] ?? '')
  for (let times = 0; times < 6; times++) {
    await world.untilPhase('running', 'result')
    await world.clock.runFor(12)
    if (world.phase === 'result') break
    world.killServer()
    world.closePlugin()
    world.startServer()
    world.openPlugin()
    await world.until(() => world.session.model.file !== null)
    world.session.resumeSaved()
  }
  await world.untilPhase('result')

  assert.equal(difference(world.document.snapshot(), before), null)
  assert.deepEqual([...world.journal.runs.values()].map((run) => run.skips), [[], []])
})

test('a click on a result shows the layer, on whatever page it is', async () => {
  const world = await readyWorld()
  const layer = world.document.pages[2]?.children[0]
  assert.ok(layer)

  world.session.select(layer.id)
  await world.clock.runFor(100)
  assert.equal(world.plugin?.figma.currentPage.id, '3:1')
  assert.equal(world.plugin?.figma.selection.length, 1)
  assert.equal(world.plugin?.figma.selection[0]?.id, layer.id)

  world.session.select('9:999')
  await world.clock.runFor(100)
  assert.match(world.session.model.notice?.text ?? '', /no longer/)
})

test('a file whose pages changed while the plugin was closed is read anew from the page at hand', async () => {
  const world = new World(generateDocument(SMALL), 3, { chunkMillis: 30 })
  await world.ready()
  world.session.set({ scope: 'document' })
  world.session.apply()
  await world.until(() => world.document.writes > 300)
  world.closePlugin()
  const removed = [...world.document.layers.values()].filter((layer) => layer.type === 'RECTANGLE').slice(-3)
  removed.forEach((layer) => world.document.remove(layer))
  world.openPlugin()
  await world.until(() => world.session.model.file !== null)

  world.session.resumeSaved()
  await world.untilPhase('result', 'failed')

  assert.equal(world.session.model.result?.done.state, 'done')
  world.session.back()
  world.session.set({ scope: 'document' })
  await world.run('dryRun')
  assert.equal(world.session.model.result?.done.counts.changed, 0)
})

test('taking back a run makes no overrides where the run made none', async () => {
  const world = await readyWorld()
  const before = world.document.snapshot()
  world.session.set({ instances: 'all' })
  await world.run()
  await world.run('confirm')
  const overrides = () => [...world.document.layers.values()].flatMap((layer) => [...(layer.overrides ?? [])].map((field) => `${layer.id} ${field}`))
  const made = overrides()
  world.session.back()

  const run = [...world.journal.runs.values()].find((one) => !one.dry)
  world.session.revert(run?.id ?? '')
  await world.untilPhase('result')

  assert.deepEqual(overrides(), made)
  // An override cannot be taken off by a plugin, so its layer no longer follows its component.
  const rest = world.document.snapshot()
  for (const [id] of made.map((one) => one.split(' '))) {
    rest.delete(id ?? '')
    before.delete(id ?? '')
  }
  assert.equal(difference(rest, before), null)
})
