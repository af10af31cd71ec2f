import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MESSAGE_BYTES_MAX } from '../src/shared/limits'
import { same } from '../src/shared/equality'
import { Fnv64 } from '../src/shared/hash'
import { utf8Bytes } from '../src/shared/utf8'
import { MalformedFrame, parseFrame } from '../src/shared/validate'
import { Outbox } from '../src/ui/outbox'
import { partsOf } from '../src/ui/parts'
import type { FrameText } from '../src/shared/bridge'
import type { Op, ResumedRun } from '../src/shared/protocol'
import { Random } from './fake/random'

/** The same hash with whole numbers: slow, and plain to see. */
function fnv(texts: string[]): string {
  let hash = 0xcbf29ce484222325n
  for (const text of texts) {
    for (const byte of Buffer.from(`${text}\n`)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffff_ffff_ffff_ffffn
  }
  return hash.toString(16).padStart(16, '0')
}

test('the hash of ids is FNV-1a with 64 bits', () => {
  const random = new Random(1)
  for (let times = 0; times < 200; times++) {
    const ids = Array.from({ length: random.below(20) }, () => `I${random.below(9_999)}:${random.below(99)};${random.below(9)}:1`)
    const hash = new Fnv64()
    ids.forEach((id) => hash.add(id))
    assert.equal(hash.hex(), fnv(ids))
  }
})

test('sizes are those of UTF-8', () => {
  const random = new Random(2)
  for (let times = 0; times < 500; times++) {
    const text = Array.from({ length: random.below(30) }, () => String.fromCharCode(random.pick([65, 0x7f, 0x80, 0x7ff, 0x800, 0xffff, 0xd83d, 0xde00, 0xd800, 0xdfff]))).join('')
    assert.equal(utf8Bytes(text), Buffer.byteLength(text), JSON.stringify(text))
  }
})

test('equal is what writing would not change', () => {
  const paint = { type: 'SOLID', color: { r: 0.1, g: 0, b: 0 } }
  assert.ok(same(Math.fround(0.1), 0.1))
  assert.ok(!same(0.1, 0.1001))
  assert.ok(same([{ ...paint, boundVariables: {} }], [paint]))
  assert.ok(same([{ ...paint, visible: true, blendMode: 'NORMAL', opacity: 1 }], [paint]))
  assert.ok(!same([{ ...paint, visible: false }], [paint]))
  assert.ok(!same([{ ...paint, opacity: 0.5 }], [paint]))
  assert.ok(same({ a: 1, b: undefined }, { a: 1 }))
  assert.ok(same({ b: 2, a: 1 }, { a: 1, b: 2 }))
  assert.ok(!same([{ ...paint, boundVariables: { color: { id: 'x' } } }], [paint]))
  for (const [one, other] of [[[1], [1, 2]], [{ a: 1 }, { a: 1, b: 2 }], [{ a: 1, b: 2 }, { a: 1 }], [null, {}], [[], {}], ['1', 1], [null, 0], [Symbol('mixed'), 1]]) {
    assert.ok(!same(one, other), JSON.stringify([one, other]))
  }
})

test('limits of the server never go beyond those of the plugin', () => {
  const limits = { nodesPerChunk: 9_999, chunkBytes: 1, sliceMillis: 100, opsPerPatch: 10, frameBytes: 9e9, atOnce: 99 }
  const { frame } = parseFrame(JSON.stringify({
    t: 'welcome', v: 1, server: 'x', namespace: 'tokens', limits, reads: { always: [], keys: { constructor: ['x'] } }, extra: true,
  }))
  assert.ok(frame.t === 'welcome')
  assert.deepEqual(frame.limits, { nodesPerChunk: 500, chunkBytes: 1, sliceMillis: 8, opsPerPatch: 10, frameBytes: 1_048_576, atOnce: 30 })
  assert.equal(frame.reads.keys.toString, undefined, 'keys of layers are no members of objects')
})

test('whatever comes, it is a frame or a message about what is wrong', () => {
  const random = new Random(3)
  const frames = [
    '{"t":"credit","run":"r","seq":1,"upTo":1,"more":1,"counts":{"nodes":1}}',
    '{"t":"patch","run":"r","seq":2,"p":1,"ops":[{"id":"1:2","set":{"fills":[]},"fonts":[0]}],"fonts":[{"family":"a","style":"b"}]}',
    '{"t":"done","run":"r","seq":3,"state":"done","counts":{},"problems":[{"code":"a","count":1,"examples":[{"node":"1:2"}]}],"changes":[]}',
    '{"t":"started","id":"r","secret":"s","credits":4,"dry":false,"instances":"all","kind":"apply"}',
    '{"t":"runs","runs":[{"id":"r","kind":"apply","state":"done","file":"f","started":"now","counts":{}}]}',
  ]
  let refused = 0
  for (let times = 0; times < 20_000; times++) {
    const text = [...random.pick(frames)]
    for (let edits = 1 + random.below(3); edits > 0; edits--) text.splice(random.below(text.length), random.below(2), random.pick(['', '"', '{', '}', '[', ']', ',', '0', '-', 'null', 'x']))
    try {
      parseFrame(text.join(''))
    } catch (problem) {
      refused++
      assert.ok(problem instanceof MalformedFrame, `${text.join('')}: ${String(problem)}`)
      assert.ok(problem.message.length < 200)
    }
  }
  assert.ok(refused > 5_000)
})

test('a patch is cut into messages that fit, in order, and what fits in none is refused', () => {
  const op = (id: string, letters: number): Op => ({ id, set: { name: 'é'.repeat(letters) } })
  const ops = [op('1', 100_000), op('2', 100_000), op('3', 100_000), op('4', 300_000), op('5', 10)]

  const parts = partsOf({ t: 'patch', p: 7, ops, fonts: [], refused: [{ id: 'x', message: 'bad' }] })

  assert.deepEqual(parts.map((part) => part.ops.map(({ id }) => id)), [['1', '2'], ['3', '5']])
  assert.deepEqual(parts.map((part) => part.last), [false, true])
  assert.deepEqual(parts[0]?.refused.map(({ id }) => id), ['x', '4'])
  for (const part of parts) assert.ok(Buffer.byteLength(JSON.stringify({ t: 'patch', part })) <= MESSAGE_BYTES_MAX)
  assert.equal(partsOf({ t: 'patch', p: 8, ops: [], fonts: [], refused: [] }).length, 1, 'an empty patch is answered too')
})

const frame = (t: FrameText['t'], page: string, n = 0): FrameText => ({ t, page, n, nodes: 1, text: `"n":${n}` })

function sendAll(outbox: Outbox): string[] {
  const sent: string[] = []
  for (let next = outbox.peek(); next !== null; next = outbox.peek()) {
    sent.push(next.t === 'nodes' ? `nodes ${next.n}` : `${next.t} ${next.page}`.trim())
    outbox.markSent()
  }
  return sent
}

const resumed = (next: number, donePages: string[] = [], scanned = false) => ({ next, donePages, scanned }) as ResumedRun

function filled(): Outbox {
  const outbox = new Outbox(1)
  for (const one of [frame('page.begin', 'a'), frame('nodes', 'a', 1), frame('nodes', 'a', 2), frame('page.end', 'a'), frame('page.begin', 'b'), frame('nodes', 'b', 3)]) outbox.add(one)
  sendAll(outbox)
  return outbox
}

test('after a broken connection what was not processed is sent again, with the page it belongs to', () => {
  for (const [next, done, wanted] of [
    [1, [], ['page.begin a', 'nodes 1', 'nodes 2', 'page.end a', 'page.begin b', 'nodes 3']],
    [2, [], ['page.begin a', 'nodes 2', 'page.end a', 'page.begin b', 'nodes 3']],
    [3, [], ['page.begin a', 'page.end a', 'page.begin b', 'nodes 3']],
    [3, ['a'], ['page.begin b', 'nodes 3']],
    [4, ['a'], ['page.begin b']],
  ] as [number, string[], string[]][]) {
    const outbox = filled()
    outbox.processed(Math.min(next - 1, 1))
    assert.equal(outbox.rewind(resumed(next, done)), true)
    assert.deepEqual(sendAll(outbox), wanted)
    assert.equal(outbox.rewind(resumed(next, done)), true, 'and once more')
    assert.deepEqual(sendAll(outbox), wanted)
  }
})

test('a server that wants chunks which are gone, or were never read, is read for anew', () => {
  const forgetful = filled()
  forgetful.processed(2)
  assert.equal(forgetful.rewind(resumed(2)), false)
  assert.equal(filled().rewind(resumed(9)), false)
  assert.equal(filled().processed(9), false)
})
