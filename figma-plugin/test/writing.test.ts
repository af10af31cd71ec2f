import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FakeDocument, type Layer } from './fake/document'
import { MainHalf } from './support/writer'

const INTER = { family: 'Inter', style: 'Regular' }
const GONE = { family: 'Gone', style: 'Bold' }

function documentOf(): { document: FakeDocument; frame: Layer; text: Layer } {
  const document = new FakeDocument('File')
  const page = document.addPage('0:1', 'Page')
  const frame = document.add(page, '1:1', 'FRAME', 'Frame', { layoutMode: 'VERTICAL', width: 300, height: 200 })
  const text = document.add(frame, '1:2', 'TEXT', 'Text', { characters: 'Hello world' })
  for (const layer of [frame, text]) document.setData(layer, 'tokens', 'fill', '"color.bg"')
  return { document, frame, text }
}

const clean = { t: 'patched', skipped: [], errors: [], kept: [] }

test('values are written in order, and those that are there are not', async () => {
  const { document, frame } = documentOf()
  const main = new MainHalf(document)

  const first = await main.write([{ id: '1:1', set: { topLeftRadius: 8, opacity: 0.1, paddingLeft: 4 } }])
  const writes = document.writes
  const second = await main.write([{ id: '1:1', set: { topLeftRadius: 8, opacity: 0.1, paddingLeft: 4 } }])

  assert.deepEqual({ ...first, millis: 0 }, { ...clean, p: 1, applied: 1, equal: 0, millis: 0 })
  assert.deepEqual({ ...second, millis: 0 }, { ...clean, p: 2, applied: 0, equal: 1, millis: 0 })
  assert.equal(writes, 3)
  assert.equal(document.writes, 3)
  assert.equal(document.value(frame, 'opacity'), Math.fround(0.1))
})

test('both sides are written by one resize', async () => {
  const { document, frame } = documentOf()
  const main = new MainHalf(document)
  const fields: string[] = []
  document.onWrite = (_, field) => fields.push(field)

  await main.write([{ id: '1:1', set: { width: 320, height: 200 } }])

  assert.deepEqual(fields, ['width', 'height'])
  assert.equal(document.value(frame, 'width'), 320)
})

test('a field that fails is told, and the others of the layer are written', async () => {
  const { document, frame } = documentOf()
  const main = new MainHalf(document)

  const answer = await main.write([{ id: '1:1', set: { fontSize: 12, opacity: 0.5, layoutWrapp: 1, findAllWithCriteria: 1, width: 0 } }])

  assert.deepEqual(answer.errors.map((error) => error.field), ['fontSize', 'layoutWrapp', 'findAllWithCriteria', 'width'])
  assert.match(answer.errors[0]?.message ?? '', /this FRAME has no fontSize/)
  assert.equal(answer.applied, 1)
  assert.equal(document.value(frame, 'opacity'), 0.5)
})

test('fonts are loaded before a text is written: those it has, and those it gets', async () => {
  const { document, text } = documentOf()
  const main = new MainHalf(document)

  const answer = await main.write([{ id: '1:2', fonts: [0], set: { fontName: { family: 'Inter', style: 'Bold' }, fontSize: 20 } }], [{ family: 'Inter', style: 'Bold' }])
  await main.write([{ id: '1:2', set: { fontSize: 21 } }])

  assert.deepEqual(answer.errors, [])
  assert.equal(document.value(text, 'fontSize'), 21)
  assert.equal(main.plugin.figma.fontLoads, 2, 'each font once in a run')
})

test('colour needs no font', async () => {
  const { document } = documentOf()
  document.missingFonts.add('Inter Regular')
  const main = new MainHalf(document)

  const answer = await main.write([{ id: '1:2', set: { fills: [], opacity: 0.5 } }])

  assert.deepEqual(answer.errors, [])
  assert.equal(main.plugin.figma.fontLoads, 0)
})

test('a missing font is an error of the fields that need it, not of the others', async () => {
  const { document, text } = documentOf()
  document.missingFonts.add('Gone Bold')
  const main = new MainHalf(document)

  const answer = await main.write([{ id: '1:2', fonts: [0], set: { fontName: GONE, fontSize: 20, opacity: 0.5 } }, { id: '1:1', set: { opacity: 0.3 } }], [GONE])

  assert.deepEqual(answer.errors.map(({ id, field, message }) => [id, field, message]), [
    ['1:2', 'fontName', 'the font "Gone Bold" is not available here'], ['1:2', 'fontSize', 'the font "Gone Bold" is not available here'],
  ])
  assert.equal(answer.applied, 2)
  assert.equal(document.value(text, 'fontSize'), 12)
})

test('a text whose font is missing gets another one, and what depends on it', async () => {
  const { document, text } = documentOf()
  text.own.set('fontName', GONE)
  document.missingFonts.add('Gone Bold')
  const main = new MainHalf(document)

  const refused = await main.write([{ id: '1:2', set: { fontSize: 20 } }])
  const taken = await main.write([{ id: '1:2', fonts: [0], set: { fontName: INTER, fontSize: 20 } }], [INTER])

  assert.equal(refused.errors.length, 1)
  assert.deepEqual(taken.errors, [])
  assert.equal(document.value(text, 'fontSize'), 20)
})

test('variables are taken off and put on; those that are not there are left', async () => {
  const { document, frame } = documentOf()
  document.variables.set('VariableID:1', 'space')
  frame.own.set('boundVariables', { itemSpacing: { type: 'VARIABLE_ALIAS', id: 'VariableID:1' } })
  const main = new MainHalf(document)

  await main.write([{ id: '1:1', unbind: ['itemSpacing', 'paddingLeft'], set: { itemSpacing: 9 } }])
  assert.deepEqual(document.value(frame, 'boundVariables'), {})
  assert.equal(document.writes, 2)
  await main.write([{ id: '1:1', bind: { itemSpacing: 'VariableID:1' } }])
  assert.deepEqual(document.value(frame, 'boundVariables'), { itemSpacing: { type: 'VARIABLE_ALIAS', id: 'VariableID:1' } })
  const again = await main.write([{ id: '1:1', bind: { itemSpacing: 'VariableID:1' } }])
  assert.equal(again.equal, 1)
  const gone = await main.write([{ id: '1:1', bind: { itemSpacing: 'VariableID:2' } }])
  assert.match(gone.errors[0]?.message ?? '', /VariableID:2 is gone/)
})

test('a field whose variable cannot be taken off is not written', async () => {
  const { document, frame } = documentOf()
  frame.own.set('boundVariables', { layoutMode: { type: 'VARIABLE_ALIAS', id: 'VariableID:1' } })
  const main = new MainHalf(document)

  const answer = await main.write([{ id: '1:1', unbind: ['layoutMode'], set: { layoutMode: 'NONE', opacity: 0.5 } }])

  assert.deepEqual(answer.errors.map((error) => error.field), ['layoutMode'])
  assert.equal(document.value(frame, 'layoutMode'), 'VERTICAL')
  assert.equal(document.value(frame, 'opacity'), 0.5)
})

test('styles and pieces of texts come back as they were', async () => {
  const { document, text, frame } = documentOf()
  const main = new MainHalf(document)
  const pieces = [{ start: 0, end: 5, value: 12 }, { start: 5, end: 11, value: 30 }]

  const answer = await main.write([
    { id: '1:1', styles: { fillStyleId: 'S:1,', effectStyleId: '' } },
    { id: '1:2', fonts: [], ranges: { fontSize: pieces, fills: [{ start: 0, end: 11, value: [] }], textStyleId: [{ start: 0, end: 2, value: 'S:2,' }] } },
  ])
  const writes = document.writes
  const again = await main.write([{ id: '1:2', ranges: { fontSize: pieces } }])

  assert.deepEqual(answer.errors, [])
  assert.equal(document.value(frame, 'fillStyleId'), 'S:1,')
  assert.deepEqual(document.piecesOf(text, 'fontSize'), pieces)
  assert.equal(again.equal, 1)
  assert.equal(document.writes, writes)
})

test('what was changed since is left alone; what this very operation wrote is not', async () => {
  const { document, frame } = documentOf()
  const main = new MainHalf(document)
  const op = { id: '1:1', expect: { opacity: 0.5, paddingLeft: 7 }, set: { opacity: 1, paddingLeft: 0 } }
  frame.own.set('opacity', Math.fround(0.5)).set('paddingLeft', 8)

  const changed = await main.write([op])
  assert.deepEqual(changed.skipped, [{ id: '1:1', why: 'changed-since' }])
  assert.equal(document.writes, 0)
  // Half of it was written, and the answer never came.
  frame.own.set('paddingLeft', 7).set('opacity', 1)
  const half = await main.write([op])
  assert.equal(half.applied, 1)
  const again = await main.write([op])
  assert.equal(again.equal, 1)
  assert.equal(document.writes, 1)
})

test('what was taken back, and whose answer was lost, is not told as changed since', async () => {
  const { document, frame } = documentOf()
  const main = new MainHalf(document)
  const corners = { topLeftRadius: 1, topRightRadius: 2, bottomRightRadius: 3, bottomLeftRadius: 4 }
  const op = { id: '1:1', expect: { cornerRadius: 8 }, styles: { fillStyleId: 'S:1,' }, set: corners }
  for (const corner of Object.keys(corners)) frame.own.set(corner, 8)

  const first = await main.write([op])
  const again = await main.write([op])

  assert.deepEqual([first.applied, again.equal, again.skipped], [1, 1, []])
})

test('layers of libraries cannot be written, and layers that are gone are told', async () => {
  const { document, frame } = documentOf()
  const main = new MainHalf(document)
  frame.remote = true

  const answer = await main.write([{ id: '1:1', set: { opacity: 0.5 } }, { id: '7:7', set: { opacity: 0.5 } }, { id: '0:1', set: { name: 'x' } }])

  assert.match(answer.errors[0]?.message ?? '', /library/)
  assert.deepEqual(answer.skipped, [{ id: '7:7', why: 'missing' }, { id: '0:1', why: 'missing' }])
  assert.equal(answer.applied + answer.equal, 0)
})

test('at most thirty answers are waited for, and no slice is long', async () => {
  const document = new FakeDocument('File')
  const page = document.addPage('0:1', 'Page')
  const ops = Array.from({ length: 200 }, (_, index) => {
    document.add(page, `1:${index}`, 'TEXT', 'Text', { characters: 'x', fontName: { family: `Font ${index}`, style: 'Regular' } })
    return { id: `1:${index}`, set: { fontSize: 30, opacity: 0.5, letterSpacing: { unit: 'PIXELS', value: 1 } } }
  })
  const main = new MainHalf(document, 2)

  const answer = await main.write(ops)

  assert.equal(answer.applied, 200)
  assert.equal(main.plugin.figma.pendingMax, 30)
  assert.ok(main.clock.longestSliceMicros < 8_500, `${main.clock.longestSliceMicros} µs`)
})

test('a board with very many layers, and sections in sections, are listed in short slices and in order', async () => {
  const document = new FakeDocument('File')
  const page = document.addPage('0:1', 'Page')
  const section = document.add(document.add(page, '1:1', 'SECTION', 'Outer'), '1:2', 'SECTION', 'Inner')
  const board = document.add(section, '1:3', 'FRAME', 'Board')
  const wanted: string[] = []
  for (let index = 0; index < 20_000; index++) {
    const layer = document.add(board, `2:${index}`, 'RECTANGLE', 'Layer')
    if (index % 100 !== 0) continue
    document.setData(layer, 'tokens', 'fill', '"a"')
    wanted.push(layer.id)
  }
  const main = new MainHalf(document)

  const nodes = await main.read(['1:1'])

  assert.deepEqual(nodes.map((node) => node.id), wanted)
  assert.ok(main.clock.longestSliceMicros < 16_000, `${main.clock.longestSliceMicros} µs`)
})

test('what is read is what the protocol says', async () => {
  const { document, frame, text } = documentOf()
  document.setData(frame, 'tokens', 'borderRadius', '"radius.md"')
  document.setData(text, 'tokens', 'fontSizes', '"font.lg"')
  frame.own.set('topLeftRadius', 3)
  text.pieces = new Map([['fontSize', [{ start: 0, end: 5, value: 12 }, { start: 5, end: 11, value: 30 }]]])
  const main = new MainHalf(document)

  const [one, two] = await main.read(['1:1', '1:2'])

  assert.deepEqual(one, {
    id: '1:1', type: 'FRAME', name: 'Frame', instance: false, own: false, parent: { type: 'PAGE' },
    d: { fill: '"color.bg"', borderRadius: '"radius.md"' },
    cur: {
      boundVariables: {}, fillStyleId: '', strokeStyleId: '', effectStyleId: '', layoutMode: 'VERTICAL', fills: [],
      topLeftRadius: 3, topRightRadius: 0, bottomLeftRadius: 0, bottomRightRadius: 0,
    },
  })
  assert.deepEqual(two?.parent, { type: 'FRAME', layoutMode: 'VERTICAL', width: 300, height: 200 })
  assert.deepEqual((two?.cur as Record<string, unknown>).fontSize, { $mixed: [{ start: 0, end: 5, value: 12 }, { start: 5, end: 11, value: 30 }] })
})

test('a text of too many pieces, and a layer too large to send, are told as such', async () => {
  const { document, frame, text } = documentOf()
  document.setData(text, 'tokens', 'fontSizes', '"font.lg"')
  text.own.set('characters', 'x'.repeat(2_002))
  text.pieces = new Map([['fontSize', Array.from({ length: 1_001 }, (_, at) => ({ start: 2 * at, end: 2 * at + 2, value: 10 + (at % 2) }))]])
  document.setData(frame, 'tokens', 'fill', `"${'ü'.repeat(140_000)}"`)
  const main = new MainHalf(document)

  const [large, pieces] = await main.read(['1:1'])

  assert.deepEqual(large, { id: '1:1', type: 'FRAME', name: 'Frame', tooLarge: true })
  assert.deepEqual((pieces?.cur as Record<string, unknown>).fontSize, { $mixed: true })
})

test('layers of instances come last, and are told apart by data of their own', async () => {
  const document = new FakeDocument('File')
  const page = document.addPage('0:1', 'Page')
  const component = document.add(page, '1:1', 'COMPONENT', 'Card')
  document.setData(component, 'tokens', 'fill', '"a"')
  const child = document.add(component, '1:2', 'RECTANGLE', 'Image')
  document.setData(child, 'tokens', 'fill', '"b"')
  const plain = document.addInstance(page, '2:1', component)
  const changed = document.addInstance(page, '2:2', component)
  document.setData(changed, 'tokens', 'opacity', '"c"')
  document.setData(changed.children[0] as Layer, 'tokens', 'fill', '"d"')
  const last = document.add(page, '3:1', 'FRAME', 'Last')
  document.setData(last, 'tokens', 'fill', '"e"')
  const ids = [component, plain, changed, last].map((layer) => layer.id)

  const all = await new MainHalf(document).read(ids)
  assert.deepEqual(all.map(({ id, instance, own }) => [id, instance, own]), [
    ['1:1', false, false], ['1:2', false, false], ['3:1', false, false],
    ['2:1', true, false], ['I2:1;1:2', true, false], ['2:2', true, true], ['I2:2;1:2', true, true],
  ])
  const real = await new MainHalf(document).read(ids, false)
  assert.deepEqual(real.map(({ id }) => id), ['1:1', '1:2', '3:1'])
})
