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
