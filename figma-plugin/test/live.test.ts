import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { WebSocket } from 'ws'
import { difference } from './fake/document'
import { generateDocument } from './fake/generate'
import { Desk } from './support/desk'
import { startServer, type TestServer } from './support/servers'

/**
 * The plugin against a server over real sockets. With SLUICE_COMMAND="/path/to/sluice" that is the
 * real one, started with the tokens of test/data; without, the reference server. Nothing here knows
 * which values a token comes to.
 */
const PORT = Number(process.env.SLUICE_TEST_PORT ?? 7_978)
const SHAPE = { layers: 2_500, layersPerPage: 500, seed: 23 }

let server: TestServer

before(async () => {
  server = await startServer(PORT)
  process.stdout.write(`# against ${server.name}\n`)
})

after(() => server?.remove())

async function readyDesk(): Promise<Desk> {
  const desk = new Desk(generateDocument(SHAPE), server)
  await desk.ready()
  assert.equal(desk.phase, 'ready', desk.session.model.notice?.text)
  return desk
}

test('dry run, run, nothing left to do, one undo', async () => {
  const desk = await readyDesk()
  const beforeRun = desk.document.snapshot()

  await desk.run('dryRun')
  const would = desk.session.model.result?.done.counts
  assert.ok(would && would.changed > SHAPE.layers / 2, JSON.stringify(would))
  assert.equal(desk.document.writes, 0)
  await desk.run('confirm')
  const did = desk.session.model.result?.done.counts
  assert.equal(did?.changed, would.changed)
  assert.equal(did?.written, would.changed)
  assert.equal(did?.errors, 0, JSON.stringify(desk.session.model.result?.errors.slice(0, 3)))
  desk.session.back()
  await desk.run('dryRun')
  assert.equal(desk.session.model.result?.done.counts.changed, 0)

  desk.document.undo()
  assert.equal(difference(desk.document.snapshot(), beforeRun), null)
  desk.close()
})

test('themes are those of the token file, and the chosen one counts', async () => {
  const desk = await readyDesk()
  const labels = desk.session.model.server?.themes.map((theme) => theme.label) ?? []
  const dark = labels.find((label) => label.includes('dark'))
  const light = labels.find((label) => label.includes('light'))
  assert.ok(dark !== undefined && light !== undefined, labels.join(', '))

  desk.session.set({ themes: [light] })
  await desk.run('apply')
  desk.session.back()
  desk.session.set({ themes: [dark] })
  await desk.run('apply')

  assert.ok((desk.session.model.result?.done.counts.changed ?? 0) > 100)
  desk.close()
})

test('killed servers, broken connections and closed plugins come to the same file', { timeout: 120_000 }, async () => {
  const reference = await readyDesk()
  await reference.run('apply')
  reference.close()
  const desk = await readyDesk()
  const beforeRun = desk.document.snapshot()
  const times = new Map<string, number>()
  desk.document.onWrite = (layer, field) => times.set(`${layer.id} ${field}`, (times.get(`${layer.id} ${field}`) ?? 0) + 1)
  desk.session.apply()

  for (const [index, share] of [0.1, 0.3, 0.5, 0.7, 0.9].entries()) {
    await desk.until(() => desk.phase === 'result' || desk.document.writes > reference.document.writes * share)
    if (desk.phase === 'result') break
    if (index % 2 === 0) {
      await server.kill()
      await server.start()
    }
    if (index % 2 === 1 || server.breakConnections === null) await desk.reopen()
    else server.breakConnections()
  }
  await desk.until(() => ['result', 'failed'].includes(desk.phase))

  assert.equal(desk.session.model.result?.done.state, 'done', desk.session.model.notice?.text)
  assert.equal(difference(desk.document.snapshot(), reference.document.snapshot()), null)
  for (const [field, count] of times) assert.ok(count <= 2, `${field} was written ${count} times`)
  desk.document.undo()
  assert.equal(difference(desk.document.snapshot(), beforeRun), null)
  desk.close()
})

test('a run is taken back', async () => {
  const desk = await readyDesk()
  const beforeRun = desk.document.snapshot()
  await desk.run('apply')
  desk.session.back()
  desk.session.listRuns()
  await desk.until(() => desk.session.model.runs !== null)

  desk.session.revert(desk.session.model.runs?.[0]?.id ?? '')
  await desk.until(() => desk.session.model.result?.kind === 'revert')

  assert.deepEqual(desk.session.model.result?.skipped, [])
  assert.equal(difference(desk.document.snapshot(), beforeRun), null)
  desk.close()
})

test('a cancelled run stops at once; undo takes back what it wrote', async () => {
  const desk = await readyDesk()
  const beforeRun = desk.document.snapshot()
  desk.session.apply()
  await desk.until(() => desk.document.writes > 200)

  desk.session.cancel()
  await desk.until(() => ['result', 'failed'].includes(desk.phase))

  assert.equal(desk.session.model.result?.done.state, 'cancelled', desk.session.model.notice?.text)
  assert.ok(desk.document.writes < SHAPE.layers)
  await desk.until(() => desk.storage.size === 1)
  desk.document.undo()
  assert.equal(difference(desk.document.snapshot(), beforeRun), null)
  desk.close()
})

test('overrides are counted before they are made', async () => {
  const desk = await readyDesk()
  desk.session.set({ instances: 'all' })

  desk.session.apply()
  await desk.until(() => desk.phase === 'result')

  const result = desk.session.model.result
  assert.ok(result?.dry && (result.proposal?.overrides ?? 0) > 0)
  assert.equal(desk.document.writes, 0)
  desk.close()
})

/** How the server ends a connection that behaves like this. */
function closeCode(talk: (socket: WebSocket) => void): Promise<number> {
  return new Promise((done, failed) => {
    const socket = new WebSocket(`ws://localhost:${PORT}/live`, { origin: 'null' })
    const timer = setTimeout(() => failed(new Error('the server did not end the connection')), 10_000)
    socket.on('open', () => talk(socket))
    socket.on('error', () => {})
    socket.on('close', (code) => {
      clearTimeout(timer)
      done(code)
    })
  })
}

const hello = (pairing: object) => JSON.stringify({ t: 'hello', v: 1, plugin: '0', file: { name: 'x' }, pages: [{ id: '0:1', name: 'p' }], ...pairing })

test('the server refuses what the protocol forbids', async () => {
  assert.equal(await closeCode((socket) => socket.send(hello({ code: 'WRNG-CODE' }))), 4401)
  assert.equal(await closeCode((socket) => socket.send(hello({ resume: { run: 'none', secret: 'none' } }))), 4401)
  assert.equal(await closeCode((socket) => socket.send(hello({ code: server.code, more: 'x'.repeat(1_100_000) }))), 1009)
  assert.equal(await closeCode((socket) => {
    socket.send(hello({ code: server.code }))
    socket.send(JSON.stringify({ t: 'start', scope: { kind: 'document' }, themes: null, dry: true, instances: 'components' }))
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as { t: string; id?: string }
      if (frame.t === 'started') socket.send(JSON.stringify({ t: 'page.begin', run: frame.id, seq: 2, page: '0:1', candidates: 0, hash: '' }))
    })
  }), 4409)
})
