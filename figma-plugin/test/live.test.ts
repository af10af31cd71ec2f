import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { WebSocket } from 'ws'
import tokens from './data/tokens.json' with { type: 'json' }
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
/** How often a run is disturbed; the long form is 200. */
const DISTURBANCES = Number(process.env.SLUICE_TEST_DISTURBANCES ?? 6)
const SHAPE = { layers: 2_500, layersPerPage: 500, seed: 23 }

let server: TestServer

before(async () => {
  server = await startServer(PORT)
  process.stdout.write(`# against ${server.name}\n`)
})

after(() => server?.remove())

/** Whatever becomes of a test, its plugin is closed: one that is left open looks for its server for ever. */
function newDesk(test: TestContext, at = server): Desk {
  const desk = new Desk(generateDocument(SHAPE), at)
  test.after(() => desk.close())
  return desk
}

async function readyDesk(test: TestContext): Promise<Desk> {
  const desk = newDesk(test)
  await desk.ready()
  assert.equal(desk.phase, 'ready', desk.session.model.notice?.text)
  return desk
}

test('dry run, run, nothing left to do, one undo', async (context) => {
  const desk = await readyDesk(context)
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
})

test('themes are those of the token file, and the chosen one counts', async (context) => {
  const desk = await readyDesk(context)
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
})

test('killed servers, broken connections and closed plugins come to the same file', { timeout: 60_000 + DISTURBANCES * 5_000 }, async (context) => {
  const reference = await readyDesk(context)
  await reference.run('apply')
  reference.close()
  const desk = await readyDesk(context)
  const beforeRun = desk.document.snapshot()
  const times = new Map<string, number>()
  desk.document.onWrite = (layer, field) => times.set(`${layer.id} ${field}`, (times.get(`${layer.id} ${field}`) ?? 0) + 1)
  desk.session.apply()

  const shares = Array.from({ length: DISTURBANCES }, (_, index) => (index + 0.5) / DISTURBANCES)
  for (const [index, share] of shares.entries()) {
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
})

test('a run is taken back', async (context) => {
  const desk = await readyDesk(context)
  const beforeRun = desk.document.snapshot()
  await desk.run('apply')
  desk.session.back()
  desk.session.listRuns()
  await desk.until(() => desk.session.model.runs !== null)

  desk.session.revert(desk.session.model.runs?.[0]?.id ?? '')
  await desk.until(() => desk.session.model.result?.kind === 'revert')

  assert.deepEqual(desk.session.model.result?.skipped, [])
  assert.equal(difference(desk.document.snapshot(), beforeRun), null)
})

test('the command takes a run back, by the server that runs and by one of its own', { timeout: 90_000 }, async (context) => {
  const { revert } = server
  if (revert === null) return context.skip('there is no command; SLUICE_COMMAND is not set')
  for (const running of [true, false]) {
    const desk = await readyDesk(context)
    const beforeRun = desk.document.snapshot()
    await desk.run('apply')
    desk.session.back()
    desk.session.listRuns()
    await desk.until(() => desk.session.model.runs !== null)
    const run = desk.session.model.runs?.[0]?.id ?? ''
    if (!running) {
      desk.close()
      await server.kill()
    }
    let said = ''
    const ended = revert(run, (line) => (said += line))
    if (!running) {
      await desk.until(() => /pairing code/.test(said))
      const code = /pairing code\s+(\S+)/.exec(said)?.[1] ?? ''
      desk.open()
      await desk.until(() => desk.session.model.file !== null)
      desk.session.pair(server.port, code)
    }
    assert.equal(await ended, 0, said)
    assert.match(said, /done: [\d,]+ nodes taken back/)
    assert.equal(difference(desk.document.snapshot(), beforeRun), null)
    desk.close()
    if (!running) await server.start()
  }
})

test('a cancelled run stops at once; undo takes back what it wrote', async (context) => {
  const desk = await readyDesk(context)
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
})

test('overrides are counted before they are made', async (context) => {
  const desk = await readyDesk(context)
  desk.session.set({ instances: 'all' })

  desk.session.apply()
  await desk.until(() => desk.phase === 'result')

  const result = desk.session.model.result
  assert.ok(result?.dry && (result.proposal?.overrides ?? 0) > 0)
  assert.equal(desk.document.writes, 0)
})

test('a server without tokens goes by the library of the file, also after it was killed', { timeout: 60_000 }, async (context) => {
  const bare = await startServer(PORT + 1, false)
  try {
    const desk = newDesk(context, bare)
    for (const [key, data] of libraryEntries()) desk.document.library.set(key, data)
    await desk.ready()
    await desk.until(() => (desk.session.model.server?.tokens ?? 0) > 0 && desk.session.model.server?.problem === null)
    desk.session.apply()
    await desk.until(() => desk.document.writes > 300)
    await bare.kill()
    await bare.start()
    await desk.until(() => ['result', 'failed'].includes(desk.phase))
    assert.equal(desk.session.model.result?.done.state, 'done', desk.session.model.notice?.text)
  } finally {
    await bare.remove()
  }
})

/** The tokens of test/data as Tokens Studio keeps them in a file. */
function libraryEntries(): [string, string][] {
  const values: Record<string, object[]> = {}
  const visit = (set: string, tree: Record<string, unknown>, path: string[]): void => {
    if ('value' in tree && 'type' in tree) values[set]?.push({ name: path.join('.'), ...tree })
    else for (const [name, below] of Object.entries(tree)) visit(set, below as Record<string, unknown>, [...path, name])
  }
  for (const [set, tree] of Object.entries(tokens as unknown as Record<string, Record<string, unknown>>)) {
    if (set.startsWith('$')) continue
    values[set] = []
    visit(set, tree, [])
  }
  return [['version', '""'], ['values', JSON.stringify(values)]]
}

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
