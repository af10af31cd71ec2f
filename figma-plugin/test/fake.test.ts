import assert from 'node:assert/strict'
import { test } from 'node:test'
import rest from './data/document.json' with { type: 'json' }
import { VirtualClock } from './fake/clock'
import { cloneMessage } from './fake/clone'
import { difference, type FakeDocument } from './fake/document'
import { FakeFigma } from './fake/figma'
import { COSTS } from './fake/handle'
import { documentFromRest } from './fake/rest'
import { FakeNetwork } from './fake/sockets'

/** The ten things the fake of the Plugin API must do, so that what passes here can pass in Figma. */
interface Opened {
  document: FakeDocument
  clock: VirtualClock
  fake: FakeFigma
  figma: PluginAPI
}

function open(answerMillis = 0): Opened {
  const document = documentFromRest(rest)
  const clock = new VirtualClock()
  const fake = new FakeFigma(document, { clock, costs: COSTS, answerMillis, fontMillis: 5, countsHandles: false })
  const figma = fake.api({ ui: {}, showUI: () => {}, on: () => {} }, new Map()) as PluginAPI
  return { document, clock, fake, figma }
}

/** Waits for an answer that takes virtual time. */
async function answer<T>({ clock }: Opened, promise: Promise<T>): Promise<T> {
  let over = false
  promise.then(() => (over = true), () => (over = true))
  await new Promise((done) => setImmediate(done))
  await clock.runUntil(() => over)
  return promise
}

async function layer<T extends SceneNode>({ figma }: Opened, id: string): Promise<T> {
  return (await figma.getNodeByIdAsync(id)) as T
}

test('0: a file of the REST interface becomes layers of the Plugin API', async () => {
  const opened = open()
  const button = await layer<ComponentNode>(opened, '1:1')
  const label = await layer<TextNode>(opened, '1:2')

  assert.deepEqual(button.fills, [{ type: 'SOLID', opacity: 0.5, visible: true, blendMode: 'NORMAL', color: { r: 1, g: 0, b: 0 }, boundVariables: {} }])
  assert.deepEqual([button.width, button.layoutMode, button.cornerRadius, button.strokeWeight, button.fillStyleId], [120, 'HORIZONTAL', 6, 2, 'S:4:7'])
  assert.equal(label.fontSize, opened.figma.mixed)
  assert.deepEqual(label.getStyledTextSegments(['fontSize']).map(({ start, end, fontSize }) => [start, end, fontSize]), [[0, 3, 14], [3, 7, 20]])
  assert.deepEqual(label.fontName, { family: 'Inter', style: 'Bold' })
})

test('1: what dynamic pages forbid throws, and pages are empty until they are loaded', async () => {
  const opened = open()
  const { figma, document } = opened
  const page = figma.root.children[1] as PageNode

  for (const call of [() => figma.getNodeById('1:1'), () => figma.getStyleById('S'), () => figma.getLocalPaintStyles(), () => figma.root.findAll(), () => page.children, () => page.findAllWithCriteria({ types: ['TEXT'] }), () => { figma.currentPage = page }]) {
    assert.throws(call, /dynamic-page|not loaded/)
  }
  await answer(opened, page.loadAsync())
  assert.deepEqual(page.children, [])
  assert.deepEqual(document.pages.map((one) => one.loads), [0, 1])
  const text = await figma.getNodeByIdAsync('2:1') as InstanceNode
  assert.throws(() => text.mainComponent, /getMainComponentAsync/)
  assert.throws(() => { text.fillStyleId = 'S:1' }, /setFillStyleIdAsync/)
  assert.equal((await answer(opened, text.getMainComponentAsync()))?.id, '1:1')
})

test('2: finding by type and plugin data, in document order, without the layer itself', async () => {
  const opened = open()
  const { figma } = opened
  const button = await layer<ComponentNode>(opened, '1:1')
  const ids = (nodes: readonly { id: string }[]) => nodes.map((node) => node.id)
  const data = { sharedPluginData: { namespace: 'tokens' } }

  assert.deepEqual(ids(button.findAllWithCriteria(data)), ['1:3'])
  assert.deepEqual(ids(figma.currentPage.findAllWithCriteria(data)), ['1:1', '1:3', '2:1', 'I2:1;1:3'])
  assert.deepEqual(ids(figma.currentPage.findAllWithCriteria({ types: ['RECTANGLE'], ...data })), ['1:3', 'I2:1;1:3'])
  assert.deepEqual(ids(figma.currentPage.findAllWithCriteria({ sharedPluginData: { namespace: 'tokens', keys: ['nothing', 'fill'] } })), ['1:1', '2:1'])
  figma.skipInvisibleInstanceChildren = true
  assert.deepEqual(ids(figma.currentPage.findAllWithCriteria(data)), ['1:1', '1:3', '2:1'])
  assert.equal(await figma.getNodeByIdAsync('I2:1;1:3'), null)
})

test('3: plugin data: missing is empty, empty deletes, 100 kB at most, instances inherit', async () => {
  const opened = open()
  const button = await layer<ComponentNode>(opened, '1:1')
  const inherited = await layer<RectangleNode>(opened, 'I2:1;1:3')

  assert.equal(button.getSharedPluginData('tokens', 'nothing'), '')
  button.setSharedPluginData('tokens', 'fill', '')
  assert.deepEqual(button.getSharedPluginDataKeys('tokens'), [])
  assert.throws(() => button.setSharedPluginData('tokens', 'fill', 'x'.repeat(99_991)), /100000|100_000|at most/)
  button.setSharedPluginData('tokens', 'fill', 'x'.repeat(99_990))
  assert.throws(() => button.getSharedPluginData('to', 'x'), /namespace/)
  assert.equal(inherited.getSharedPluginData('tokens', 'borderRadius'), '"radius.sm"')
  inherited.setSharedPluginData('tokens', 'borderRadius', '"own"')
  assert.equal(inherited.getSharedPluginData('tokens', 'borderRadius'), '"own"')
  assert.equal((await layer<RectangleNode>(opened, '1:3')).getSharedPluginData('tokens', 'borderRadius'), '"radius.sm"')
})

test('4: arrays are frozen copies, and what differs within a layer is mixed', async () => {
  const opened = open()
  const button = await layer<ComponentNode>(opened, '1:1')
  const icon = await layer<RectangleNode>(opened, '1:3')

  assert.ok(Object.isFrozen(button.fills) && Object.isFrozen((button.fills as SolidPaint[])[0]?.color))
  assert.notEqual(button.fills, button.fills)
  assert.equal(icon.cornerRadius, opened.figma.mixed)
  icon.cornerRadius = 5
  assert.deepEqual([icon.cornerRadius, icon.topLeftRadius], [5, 5])
  icon.strokeLeftWeight = 9
  assert.equal(icon.strokeWeight, opened.figma.mixed)
})

test('5: texts are laid out only with their fonts loaded, which takes time and may fail', async () => {
  const opened = open()
  const { figma, document, clock } = opened
  const label = await layer<TextNode>(opened, '1:2')

  assert.throws(() => { label.fontSize = 10 }, /unloaded font "Inter Bold"/)
  assert.throws(() => { label.setRangeFontSize(0, 2, 10) }, /unloaded font/)
  label.opacity = 0.5
  await answer(opened, figma.loadFontAsync({ family: 'Inter', style: 'Bold' }))
  assert.ok(clock.elapsedMicros >= 5_000)
  label.fontSize = 10
  label.setRangeFontSize(0, 2, 11)
  assert.equal(label.fontSize, figma.mixed)
  document.missingFonts.add('Gone Bold')
  await assert.rejects(answer(opened, figma.loadFontAsync({ family: 'Gone', style: 'Bold' })), /could not be loaded/)
})

test('6: libraries are read only, and writing a layer of an instance makes an override', async () => {
  const opened = open()
  const { document } = opened
  const icon = await layer<RectangleNode>(opened, 'I2:1;1:3')
  const source = await layer<RectangleNode>(opened, '1:3')

  source.topLeftRadius = 9
  assert.equal(icon.topLeftRadius, 9, 'followed')
  icon.topLeftRadius = 9
  source.topLeftRadius = 11
  assert.equal(icon.topLeftRadius, 9, 'overridden, even with the same value')
  assert.deepEqual([...(document.layers.get('I2:1;1:3')?.overrides ?? [])], ['topLeftRadius'])
  ;(document.layers.get('1:3') as { remote: boolean }).remote = true
  assert.throws(() => { source.opacity = 1 }, /library/)
})

test('7: undo goes back step by step, and a plugin back to its last commit', async () => {
  const opened = open()
  const { document, figma } = opened
  const button = await layer<ComponentNode>(opened, '1:1')
  const before = document.snapshot()

  button.opacity = 0.1
  figma.commitUndo()
  button.opacity = 0.2
  button.cornerRadius = 50
  figma.triggerUndo()
  assert.deepEqual([button.opacity, button.cornerRadius], [Math.fround(0.1), 6])
  button.opacity = 0.3
  document.undo()
  assert.equal(button.opacity, Math.fround(0.1))
  document.undo()
  assert.equal(difference(document.snapshot(), before), null)
  assert.equal(document.undo(), false)
})

test('8: work takes time, a promise gives nobody a turn, and slices are measured', async () => {
  const opened = open()
  const { clock } = opened
  const button = await layer<ComponentNode>(opened, '1:1')
  let done = false
  clock.after(0, () => void (async () => {
    for (let times = 0; times < 1_000; times++) {
      button.opacity = times / 1_000
      await Promise.resolve()
    }
    done = true
  })())

  await clock.runUntil(() => done)

  assert.ok(clock.longestSliceMicros >= 60_000, `${clock.longestSliceMicros}`)
  assert.throws(() => { button.opacity = NaN }, /validation/)
  await assert.rejects(clock.runUntil(() => false), /nothing is left/)
})

test('9: handles that are held are counted', async () => {
  const document = documentFromRest(rest)
  const fake = new FakeFigma(document, { clock: new VirtualClock(), costs: COSTS, answerMillis: 0, fontMillis: 0, countsHandles: true })
  const figma = fake.api({ ui: {}, showUI: () => {}, on: () => {} }, new Map()) as PluginAPI
  const held: unknown[] = []
  for (let times = 0; times < 50; times++) {
    const node = await figma.getNodeByIdAsync('1:1')
    if (times < 20) held.push(node)
  }
  await new Promise((done) => setTimeout(done, 1))

  const live = fake.handles.sample()

  assert.ok(live >= 20 && live <= 22, `${live} of ${fake.handles.made}`)
  assert.equal(held.length, 20)
})

test('10: messages are copies of plain data, and sockets lose what is on its way when they break', async () => {
  const opened = open()
  const node = await layer<ComponentNode>(opened, '1:1')
  const message = { t: 'x', list: [1, 2] }
  const { copy, bytes } = cloneMessage(message)
  assert.deepEqual(copy, message)
  assert.notEqual(copy.list, message.list)
  assert.equal(bytes, JSON.stringify(message).length)
  assert.throws(() => cloneMessage({ node }), /cannot be copied/)
  assert.throws(() => cloneMessage({ call: () => {} }), /function/)

  const clock = new VirtualClock()
  const network = new FakeNetwork(clock, { latencyMillis: 10, bytesPerMilli: 1 })
  const heard: string[] = []
  let code = 0
  network.listener = (server) => (server.onmessage = (text) => heard.push(text))
  const socket = network.connect()
  socket.onclose = (event) => (code = event.code)
  socket.onopen = () => {
    socket.send('first')
    socket.send('x'.repeat(1_000))
  }
  await clock.runUntil(() => heard.length > 0)
  assert.ok(socket.bufferedAmount >= 1_000, 'a slow line fills the buffer')
  network.break()
  await clock.runUntil(() => code !== 0)
  await clock.runFor(5_000)
  assert.deepEqual([heard, code], [['first'], 1006])
})
