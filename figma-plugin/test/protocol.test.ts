import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CLOSE } from '../src/shared/protocol'
import { Connection } from '../src/ui/connection'
import type { Socket } from '../src/ui/env'
import { difference } from './fake/document'
import { generateDocument } from './fake/generate'
import type { PeerConnection } from './peer/peer'
import { World } from './support/world'

const SHAPE = { layers: 1_500, layersPerPage: 500, seed: 3 }

async function running(writes = 200, world = new World(generateDocument(SHAPE))): Promise<World> {
  await world.ready()
  world.session.set({ scope: 'document' })
  world.session.apply()
  await world.until(() => world.document.writes > writes)
  return world
}

function current(world: World): PeerConnection {
  const connection = world.peer.current
  assert.ok(connection)
  return connection
}

/** The run goes on to its end, and nothing was written more often than once. */
async function endsWell(world: World, times: Map<string, number>): Promise<void> {
  await world.untilPhase('result', 'failed')
  assert.equal(world.session.model.result?.done.state, 'done', world.session.model.notice?.text)
  assert.deepEqual(world.complaints, [])
  for (const [field, count] of times) assert.equal(count, 1, `${field} was written ${count} times`)
}

function counted(world: World): Map<string, number> {
  const times = new Map<string, number>()
  world.document.onWrite = (layer, field) => times.set(`${layer.id} ${field}`, (times.get(`${layer.id} ${field}`) ?? 0) + 1)
  return times
}

test('a wrong pairing code is refused and told, and the right one works after it', async () => {
  const world = new World(generateDocument(SHAPE))
  world.openPlugin()
  await world.until(() => world.session.model.file !== null)

  world.session.pair(7777, 'WRNG-CODE')
  await world.untilPhase('offline')
  assert.match(world.session.model.notice?.text ?? '', /pairing code is wrong/)
  world.session.pair(7777, ' abcd-efgh ')
  await world.untilPhase('ready')

  assert.equal(world.session.model.notice, null)
})

test('a server that is not there is told, with what to do', async () => {
  const world = new World(generateDocument(SHAPE))
  world.killServer()

  await world.ready()

  assert.match(world.session.model.notice?.text ?? '', /Nothing answers at localhost:7777/)
  assert.match(world.session.model.notice?.help ?? '', /local network/)
})

test('a frame that comes twice is dropped, whatever it is', async () => {
  const world = new World(generateDocument(SHAPE))
  const times = counted(world)
  await running(0, world)
  const connection = current(world)
  const send = connection.numbered.bind(connection)
  let sent = 0
  connection.numbered = (frame, seq) => {
    send(frame, seq)
    sent++
    if (seq === undefined) connection.raw(JSON.stringify({ ...frame, run: [...world.journal.runs.keys()][0], seq: 1 }))
  }

  await endsWell(world, times)

  assert.ok(sent > 3)
  assert.equal(world.network.connections, 1)
})

test('numbers are looked at before anything else of a frame is', () => {
  const socket: Socket = { bufferedAmount: 0, onopen: null, onmessage: null, onclose: null, send: () => {}, close: () => {} }
  const heard: string[] = []
  let code = 0
  const env = { open: () => socket, post: () => {}, now: () => 0, random: () => 0, after: () => () => {}, changed: () => {} }
  const hello = { t: 'hello' as const, v: 1, plugin: '0', file: { name: '' }, pages: [], code: '' }
  new Connection(env, 1, hello, { frame: (frame) => heard.push(frame.t), closed: (with_) => (code = with_) })

  for (const [t, seq] of [['pause', 1], ['resume', 1], ['resume', 2], ['pause', 1], ['cancel', 3], ['pause', 5], ['pause', 4]]) {
    socket.onmessage?.({ data: JSON.stringify({ t, run: 'r', seq }) })
  }

  assert.deepEqual(heard, ['pause', 'resume', 'cancel'])
  assert.equal(code, CLOSE.lost)
})

test('a frame that is missing ends the connection, and the run goes on over a new one', async () => {
  const world = new World(generateDocument(SHAPE))
  const times = counted(world)
  await running(100, world)

  current(world).numbered({ t: 'patch', p: 1, ops: [{ id: '1:3', set: { opacity: 0 } }], fonts: [] }, 10_000)

  await endsWell(world, times)
  assert.equal(world.network.connections, 2)
})

test('a patch that comes again is answered again, and not written again', async () => {
  const world = new World(generateDocument(SHAPE))
  const times = counted(world)
  await running(900, world)
  const answers: unknown[] = []
  const connection = current(world) as unknown as { take(frame: { t: string }): void; numbered(frame: object): void }
  const take = connection.take.bind(connection)
  connection.take = (frame) => {
    if (frame.t === 'patched') answers.push(frame)
    take(frame)
  }

  // Its values are others: written again, it would show.
  connection.numbered({ t: 'patch', p: 2, ops: [{ id: '1:3', set: { opacity: 0.123 } }], fonts: [] })
  await world.until(() => answers.length > 0)

  await endsWell(world, times)
  assert.notEqual(world.document.value(world.document.layers.get('1:3') as never, 'opacity'), Math.fround(0.123))
})

test('a patch out of order ends the connection, and nothing of it is written', async () => {
  const world = new World(generateDocument(SHAPE))
  const times = counted(world)
  await running(100, world)

  current(world).numbered({ t: 'patch', p: 99, ops: [{ id: '1:3', set: { opacity: 0.123 } }], fonts: [] })

  await endsWell(world, times)
  assert.equal(world.network.connections, 2)
  assert.notEqual(world.document.value(world.document.layers.get('1:3') as never, 'opacity'), Math.fround(0.123))
})

test('frames that are not what the protocol says end the connection; the run can be resumed', async () => {
  const bad = [
    '{"t":"credit","upTo":1', '[]', '{"t":"credit"}', '{"t":"credit","run":"run-1","seq":1000000,"upTo":"x","more":1}',
    '{"t":"nonsense"}', '{"t":"patch","run":"run-1","seq":1,"p":0,"ops":[]}', '{"t":"error","code":1}', 'null', '7',
    JSON.stringify({ t: 'error', code: 'x', message: 'é'.repeat(530_000), help: '', fatal: false }),
  ]
  for (const text of bad) {
    const world = new World(generateDocument({ ...SHAPE, layers: 600 }))
    const times = counted(world)
    await running(100, world)
    let code = 0
    const connection = current(world) as unknown as { socket: { onclose(code: number): void }; raw(text: string): void }
    connection.socket.onclose = (with_) => (code = with_)

    connection.raw(text)
    await world.untilPhase('failed', 'result')

    assert.equal(world.phase, 'failed', text.slice(0, 80))
    assert.match(world.session.model.notice?.text ?? '', /do not understand each other: ./)
    await world.until(() => world.session.model.saved !== null)
    assert.equal(code, CLOSE.malformed)
    world.session.resumeSaved()
    await endsWell(world, times)
  }
})

test('a malformed operation is told and the others of its patch are written', async () => {
  const world = await running()
  const connection = current(world)
  const run = [...world.journal.runs.values()][0]
  assert.ok(run)
  const bad = [
    null, 7, {}, { id: 7 }, { id: '' }, { id: 'a b' }, { id: '1:3', set: [] }, { id: '1:3', set: { '__proto__x': 1 } },
    { id: '1:3', fonts: [3] }, { id: '1:3', unbind: 'fills' }, { id: '1:3', styles: { name: 'S:1' } },
    { id: '1:3', ranges: { fontSize: [{ start: 3, end: 3, value: 1 }] } }, { id: '1:3', bind: { opacity: 7 } },
    { id: '1:3', set: { remove: 1, appendChild: 2, setSharedPluginData: 'x', opacity: 0.5 } },
    { id: '1:3', set: { name2: 1 } }, { id: '9:99', set: { opacity: 1 } }, { id: '1:1', set: { opacity: 1 } },
  ]
  run.scanned = false
  const before = run.errors.length
  ;(connection as unknown as { addPatch(run: object, ops: unknown[], fonts: unknown[]): void; pumpPatches(): void }).addPatch(run, bad, [])
  ;(connection as unknown as { pumpPatches(): void }).pumpPatches()
  await world.until(() => run.errors.length > before)

  const errors = run.errors.slice(before)
  assert.equal(errors.filter((error) => error.message.startsWith('malformed operation')).length, 14)
  assert.deepEqual(errors.filter((error) => error.id === '1:3' && error.field !== '').map((error) => error.field).sort(),
    ['appendChild', 'remove', 'setSharedPluginData'])
  assert.ok(errors.some((error) => error.message.includes('name2')))
  assert.equal(world.document.value(world.document.layers.get('1:3') as never, 'opacity'), 0.5)
  assert.deepEqual(run.skips.slice(-2).map((skip) => skip.why), ['missing', 'missing'])
})

test('a patch of more operations than agreed ends the connection', async () => {
  const world = await running()
  const ops = Array.from({ length: 201 }, (_, index) => ({ id: `1:${index}`, set: { opacity: 0.123 } }))

  current(world).numbered({ t: 'patch', p: 3, ops, fonts: [] })
  await world.untilPhase('failed')

  assert.match(world.session.model.notice?.text ?? '', /more than 200 operations/)
})

test('a server that takes little makes the plugin read no more', async () => {
  const world = new World(generateDocument({ ...SHAPE, layers: 6_000 }), 1, { bytesPerMilli: 20 })
  await world.ready()
  world.session.set({ scope: 'document' })
  let buffered = 0
  let kept = 0
  world.clock.between = () => {
    buffered = Math.max(buffered, world.network.inFlight)
    kept = Math.max(kept, world.session.retained)
  }

  await world.run()

  assert.equal(world.session.model.result?.done.state, 'done')
  assert.ok(buffered <= 4 * 262_144 + 300_000, `${buffered} letters on the way`)
  assert.ok(kept <= 4 * 262_144 + 4_096, `${kept} letters kept`)
})

test('a server that grants more than agreed does not make the plugin keep more', async () => {
  const world = new World(generateDocument({ ...SHAPE, layers: 6_000 }), 1, { chunkMillis: 100 })
  await world.ready()
  world.session.set({ scope: 'document' })
  world.session.apply()
  await world.untilPhase('running')
  const connection = current(world)
  const send = connection.numbered.bind(connection)
  connection.numbered = (frame, seq) => send(frame.t === 'credit' ? { ...frame, more: 50 } : frame, seq)
  let kept = 0
  world.clock.between = () => void (kept = Math.max(kept, world.session.retained))

  await world.untilPhase('result')

  assert.ok(kept <= 4 * 262_144 + 4_096, `${kept} letters kept`)
  assert.ok(world.complaints.every((what) => what === 'a chunk without credit'))
})

test('a server that falls silent is left after a minute', async () => {
  const world = await running()
  current(world).raw = () => {}

  await world.untilPhase('reconnecting')

  assert.ok(world.clock.elapsedMicros > 60e6 && world.clock.elapsedMicros < 90e6)
  await world.untilPhase('result')
})

test('attempts to connect wait half a second, then twice as long up to eight', async () => {
  const world = await running()
  world.killServer()
  const waits: number[] = []
  for (let times = 0; times < 7; times++) {
    await world.until(() => world.session.model.retryAt !== null && world.session.model.retryAt > world.clock.now())
    waits.push((world.session.model.retryAt ?? 0) - world.clock.now())
    await world.until(() => world.session.model.retryAt === null)
  }

  for (const [index, most] of [500, 1000, 2000, 4000, 8000, 8000, 8000].entries()) {
    const wait = waits[index] ?? 0
    assert.ok(wait <= most && wait >= most * 0.74, `${wait} of ${most}`)
  }
  world.startServer()
  await world.untilPhase('result')
})

test('a server that was started again while nothing ran wants its new code', async () => {
  const world = new World(generateDocument(SHAPE))
  await world.ready()
  world.killServer()
  world.startServer()

  await world.untilPhase('offline')

  assert.match(world.session.model.notice?.help ?? '', /pairing code that its terminal shows now/)
  assert.equal(world.session.model.connected, false)
})

test('two windows that take a run from each other stop doing so', async () => {
  const world = await running()
  let taken = 0
  while (world.phase !== 'failed') {
    await world.untilPhase('running', 'failed')
    if (world.phase === 'failed') break
    world.peer.current?.close(CLOSE.lost, 'served to another connection')
    taken++
    await world.untilPhase('reconnecting', 'failed')
    assert.ok(taken < 10)
  }

  assert.match(world.session.model.notice?.help ?? '', /another window/)
})

test('tokens that differ end the run with what the server says; it can be discarded', async () => {
  const world = await running()
  const before = world.document.snapshot()
  const message = { t: 'error', code: 'tokens-differ', message: 'The tokens are no longer those of this run.', help: 'Restore them, or start anew.', fatal: true }

  current(world).raw(JSON.stringify(message))
  await world.untilPhase('failed')
  assert.equal(world.session.model.notice?.text, message.message)
  await world.until(() => world.session.model.saved !== null)
  world.session.discardSaved()
  await world.clock.runFor(100)

  assert.deepEqual([...world.storage.keys()], ['port'])
  world.document.undo()
  assert.notEqual(difference(world.document.snapshot(), before), null, 'what was written is a step of its own')
})

test('a run the server does not know cannot be resumed, and is not forgotten', async () => {
  const world = await running()
  world.closePlugin()
  world.journal.runs.clear()
  world.openPlugin()
  await world.until(() => world.session.model.saved !== null)

  world.session.resumeSaved()
  await world.untilPhase('failed')

  assert.match(world.session.model.notice?.help ?? '', /--state/)
  assert.equal(world.storage.size, 2)
})

test('a run whose end nobody heard is closed when the plugin comes back', async () => {
  const world = new World(generateDocument(SHAPE))
  const before = world.document.snapshot()
  await running(10, world)
  const connection = current(world)
  const send = connection.numbered.bind(connection)
  connection.numbered = (frame, seq) => (frame.t === 'done' ? world.network.break() : send(frame, seq))

  await world.untilPhase('result')

  assert.equal(world.session.model.result?.done.state, 'done')
  await world.clock.runFor(10)
  assert.equal(world.storage.size, 1)
  world.document.undo()
  assert.equal(difference(world.document.snapshot(), before), null)
})

test('changed tokens are told, and themes that are gone are no longer chosen', async () => {
  const world = new World(generateDocument(SHAPE))
  await world.ready()
  world.session.set({ themes: ['mode/dark', 'mode/light'] })

  current(world).raw(JSON.stringify({ t: 'tokens', themes: [{ label: 'mode/light', group: 'mode', name: 'light', active: true }], sets: 2, tokens: 9 }))
  await world.until(() => world.session.model.server?.tokens === 9)

  assert.deepEqual(world.session.model.settings.themes, ['mode/light'])
})

test('a fault of the plugin is told, and the run can be resumed', async () => {
  const world = new World(generateDocument(SHAPE))
  const times = counted(world)
  await running(100, world)
  const page = world.document.pages[2]
  assert.ok(page)
  Object.defineProperty(page, 'loaded', { get: () => { throw new Error('out of memory') }, set: () => {}, configurable: true })
  await world.untilPhase('failed')
  assert.equal(world.session.model.notice?.text, 'out of memory')
  Object.defineProperty(page, 'loaded', { value: false, writable: true })
  await world.until(() => world.session.model.saved !== null)

  world.session.resumeSaved()

  await endsWell(world, times)
})
