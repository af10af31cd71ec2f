import { CHUNK_BYTES_MAX, AT_ONCE_MAX, CREDITS_MAX, FRAME_BYTES_MAX, NODES_PER_CHUNK_MAX, SLICE_MILLIS } from './limits'
import type {
  Change,
  Counts,
  Font,
  Incoming,
  Limits,
  Op,
  Policy,
  Problem,
  Range,
  Reads,
  RefusedOp,
  ResumedRun,
  RunEntry,
  RunKind,
  Scope,
  Theme,
} from './protocol'

/**
 * Frames of the server, from text to values that can be relied on.
 *
 * Nothing is guessed: a frame that is not what the protocol says is a {@link MalformedFrame}, which
 * ends the connection. Only an operation of a patch is refused by itself, so that one bad one does
 * not stop a run. Members nobody knows are ignored.
 */
export interface Envelope {
  frame: Incoming
  /** Run the frame belongs to, or null. */
  run: string | null
  /** Number of the frame on this connection, or null for frames without one. */
  seq: number | null
}

export class MalformedFrame extends Error {}

type Json = Record<string, unknown>

const FIELD = /^[a-z][A-Za-z]{0,63}$/
const ID = /^[A-Za-z0-9:;_-]{1,512}$/

function refuse(where: string, wanted: string): never {
  throw new MalformedFrame(`${where} is not ${wanted}`)
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function object(value: unknown, where: string): Json {
  return isObject(value) ? value : refuse(where, 'an object')
}

function text(value: unknown, where: string): string {
  return typeof value === 'string' ? value : refuse(where, 'a text')
}

function optionalText(value: unknown, where: string): string | null {
  return value == null ? null : text(value, where)
}

function count(value: unknown, where: string): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : refuse(where, 'a whole number')
}

function flag(value: unknown, where: string): boolean {
  return typeof value === 'boolean' ? value : refuse(where, 'true or false')
}

function list<T>(value: unknown, where: string, item: (value: unknown, where: string) => T): T[] {
  if (!Array.isArray(value)) return refuse(where, 'a list')
  return value.map((one, index) => item(one, `${where}[${index}]`))
}

function oneOf<T extends string>(value: unknown, where: string, ...allowed: T[]): T {
  return allowed.find((one) => one === value) ?? refuse(where, `one of ${allowed.join(', ')}`)
}

/** A limit of the server, at most that of the plugin. */
function limit(value: unknown, where: string, most: number): number {
  const asked = count(value, where)
  return asked < 1 ? refuse(where, 'at least 1') : Math.min(asked, most)
}

function limits(value: unknown): Limits {
  const from = object(value, 'limits')
  return {
    nodesPerChunk: limit(from.nodesPerChunk, 'limits.nodesPerChunk', NODES_PER_CHUNK_MAX),
    chunkBytes: limit(from.chunkBytes, 'limits.chunkBytes', CHUNK_BYTES_MAX),
    sliceMillis: limit(from.sliceMillis, 'limits.sliceMillis', SLICE_MILLIS),
    opsPerPatch: limit(from.opsPerPatch, 'limits.opsPerPatch', Number.MAX_SAFE_INTEGER),
    frameBytes: limit(from.frameBytes, 'limits.frameBytes', FRAME_BYTES_MAX),
    atOnce: limit(from.atOnce, 'limits.atOnce', AT_ONCE_MAX),
  }
}

function reads(value: unknown): Reads {
  const from = object(value, 'reads')
  const keys: Record<string, string[]> = Object.create(null)
  for (const [key, fields] of Object.entries(object(from.keys, 'reads.keys'))) {
    keys[key] = list(fields, `reads.keys.${key}`, text)
  }
  return { always: list(from.always, 'reads.always', text), keys }
}

function theme(value: unknown, where: string): Theme {
  const from = object(value, where)
  return {
    label: text(from.label, `${where}.label`),
    group: optionalText(from.group, `${where}.group`),
    name: text(from.name, `${where}.name`),
    active: flag(from.active, `${where}.active`),
  }
}

const COUNTS = [
  'candidates', 'nodes', 'changed', 'unchanged', 'skipped', 'failed', 'overrides', 'values', 'written',
  'equal', 'errors',
] as const

function counts(value: unknown, where: string): Counts {
  const from = object(value, where)
  const result = {} as Counts
  for (const name of COUNTS) result[name] = from[name] == null ? 0 : count(from[name], `${where}.${name}`)
  return result
}

const POLICIES = ['components', 'overridden', 'all'] as const

function policy(value: unknown, where: string): Policy {
  return oneOf(value, where, ...POLICIES)
}

function runKind(value: unknown, where: string): RunKind {
  return oneOf(value, where, 'apply', 'revert')
}

function scope(value: unknown, where: string): Scope {
  const from = object(value, where)
  const kind = oneOf(from.kind, `${where}.kind`, 'document', 'pages', 'nodes')
  switch (kind) {
    case 'document':
      return { kind }
    case 'pages':
      return { kind, pages: list(from.pages, `${where}.pages`, text) }
    case 'nodes':
      return { kind, page: text(from.page, `${where}.page`), nodes: list(from.nodes, `${where}.nodes`, text) }
  }
}

function resumedRun(value: unknown): ResumedRun {
  const from = object(value, 'run')
  const start = from.start == null ? null : object(from.start, 'run.start')
  const at = from.at == null ? null : object(from.at, 'run.at')
  return {
    id: text(from.id, 'run.id'),
    kind: runKind(from.kind, 'run.kind'),
    state: text(from.state, 'run.state'),
    // A run that takes another back has no scope.
    start: start === null || start.scope == null ? null : {
      scope: scope(start.scope, 'run.start.scope'),
      dry: flag(start.dry, 'run.start.dry'),
      instances: policy(start.instances, 'run.start.instances'),
    },
    next: from.next == null ? 1 : count(from.next, 'run.next'),
    credits: from.credits == null ? 0 : Math.min(count(from.credits, 'run.credits'), CREDITS_MAX),
    at: at && {
      page: text(at.page, 'run.at.page'),
      index: count(at.index, 'run.at.index'),
      hash: text(at.hash, 'run.at.hash'),
    },
    donePages: from.donePages == null ? [] : list(from.donePages, 'run.donePages', text),
    scanned: from.scanned === true,
    counts: counts(from.counts ?? {}, 'run.counts'),
  }
}

function range(value: unknown, where: string): Range {
  const from = object(value, where)
  const start = count(from.start, `${where}.start`)
  const end = count(from.end, `${where}.end`)
  if (end <= start) refuse(where, 'a range of at least one letter')
  return { start, end, value: from.value }
}

function field(name: string, where: string): string {
  return FIELD.test(name) ? name : refuse(`${where} "${name.slice(0, 80)}"`, 'a field of a layer')
}

/** Members by field, each checked. */
function byField<T>(value: unknown, where: string, member: (value: unknown, where: string) => T): Record<string, T> {
  const result: Record<string, T> = {}
  for (const [name, one] of Object.entries(object(value, where))) {
    result[field(name, where)] = member(one, `${where}.${name}`)
  }
  return result
}

const STYLES = ['fillStyleId', 'strokeStyleId', 'effectStyleId', 'textStyleId', 'gridStyleId']

function op(value: unknown, fonts: number): Op {
  const from = object(value, 'op')
  const result: Op = { id: text(from.id, 'id') }
  if (!ID.test(result.id)) refuse('id', 'the id of a layer')
  if (from.expect != null) result.expect = byField(from.expect, 'expect', (one) => one)
  if (from.fonts != null) {
    result.fonts = list(from.fonts, 'fonts', (one, where) => {
      const index = count(one, where)
      return index < fonts ? index : refuse(where, `an index into ${fonts} fonts`)
    })
  }
  if (from.unbind != null) result.unbind = list(from.unbind, 'unbind', (one, where) => field(text(one, where), where))
  if (from.styles != null) result.styles = byField(from.styles, 'styles', text)
  for (const name of Object.keys(result.styles ?? {})) if (!STYLES.includes(name)) refuse(`styles.${name}`, 'a style')
  if (from.set != null) result.set = byField(from.set, 'set', (one) => one)
  if (from.ranges != null) result.ranges = byField(from.ranges, 'ranges', (one, where) => list(one, where, range))
  if (from.bind != null) result.bind = byField(from.bind, 'bind', text)
  return result
}

function font(value: unknown, where: string): Font {
  const from = object(value, where)
  return { family: text(from.family, `${where}.family`), style: text(from.style, `${where}.style`) }
}

function problem(value: unknown, where: string): Problem {
  const from = object(value, where)
  return {
    code: text(from.code, `${where}.code`),
    count: count(from.count, `${where}.count`),
    examples: list(from.examples ?? [], `${where}.examples`, (one, at) => {
      const example = object(one, at)
      return {
        node: optionalText(example.node, `${at}.node`) ?? '',
        what: optionalText(example.what, `${at}.what`) ?? '',
        why: optionalText(example.why, `${at}.why`) ?? '',
        help: optionalText(example.help, `${at}.help`) ?? '',
      }
    }),
  }
}

function change(value: unknown, where: string): Change {
  const from = object(value, where)
  return {
    id: text(from.id, `${where}.id`),
    name: text(from.name, `${where}.name`),
    fields: list(from.fields, `${where}.fields`, text),
  }
}

function runEntry(value: unknown, where: string): RunEntry {
  const from = object(value, where)
  return {
    id: text(from.id, `${where}.id`),
    kind: runKind(from.kind, `${where}.kind`),
    state: text(from.state, `${where}.state`),
    file: optionalText(from.file, `${where}.file`) ?? '',
    started: String(from.started ?? ''),
    counts: counts(from.counts ?? {}, `${where}.counts`),
  }
}

function patch(from: Json): Incoming {
  const p = count(from.p, 'p')
  if (p < 1) refuse('p', 'at least 1')
  const fonts = list(from.fonts ?? [], 'fonts', font)
  const ops: Op[] = []
  const refused: RefusedOp[] = []
  for (const [index, one] of list(from.ops, 'ops', (each) => each).entries()) {
    try {
      ops.push(op(one, fonts.length))
    } catch (problemOfOp) {
      if (!(problemOfOp instanceof MalformedFrame)) throw problemOfOp
      const id = isObject(one) && typeof one.id === 'string' ? one.id.slice(0, 512) : `ops[${index}]`
      refused.push({ id, message: `malformed operation: ${problemOfOp.message}` })
    }
  }
  return { t: 'patch', p, ops, fonts, refused }
}

function frameOf(t: string, from: Json): Incoming {
  switch (t) {
    case 'welcome':
      return {
        t,
        v: count(from.v, 'v'),
        server: text(from.server, 'server'),
        namespace: text(from.namespace, 'namespace'),
        limits: limits(from.limits),
        themes: list(from.themes ?? [], 'themes', theme),
        sets: count(from.sets ?? 0, 'sets'),
        tokens: count(from.tokens ?? 0, 'tokens'),
        reads: reads(from.reads),
        library: from.library === true,
        run: from.run == null ? null : resumedRun(from.run),
        problem: optionalText(from.problem, 'problem'),
      }
    case 'tokens':
      return {
        t,
        themes: list(from.themes ?? [], 'themes', theme),
        sets: count(from.sets ?? 0, 'sets'),
        tokens: count(from.tokens ?? 0, 'tokens'),
        problem: optionalText(from.problem, 'problem'),
      }
    case 'started':
      return {
        t,
        id: text(from.id, 'id'),
        secret: text(from.secret, 'secret'),
        credits: Math.min(count(from.credits ?? 0, 'credits'), CREDITS_MAX),
        dry: from.dry === true,
        instances: from.instances == null ? 'components' : policy(from.instances, 'instances'),
        kind: runKind(from.kind, 'kind'),
      }
    case 'credit':
      return {
        t,
        upTo: count(from.upTo, 'upTo'),
        more: count(from.more, 'more'),
        counts: counts(from.counts ?? {}, 'counts'),
      }
    case 'patch':
      return patch(from)
    case 'done':
      return {
        t,
        state: text(from.state, 'state'),
        counts: counts(from.counts, 'counts'),
        problems: list(from.problems ?? [], 'problems', problem),
        changes: list(from.changes ?? [], 'changes', change),
      }
    case 'runs':
      return { t, runs: list(from.runs, 'runs', runEntry) }
    case 'error':
      return {
        t,
        code: text(from.code, 'code'),
        message: text(from.message, 'message'),
        help: optionalText(from.help, 'help') ?? '',
        fatal: from.fatal === true,
      }
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'ping':
    case 'pong':
      return { t }
    default:
      throw new MalformedFrame(`"${t.slice(0, 40)}" is no frame of the server`)
  }
}

/** Frames that make no sense outside a run, and whose order matters. */
const OF_A_RUN = new Set(['credit', 'patch', 'done'])

/**
 * Reads one WebSocket message.
 *
 * @throws MalformedFrame with what is wrong, in words a person can read
 */
export function parseFrame(data: unknown): Envelope {
  if (typeof data !== 'string') throw new MalformedFrame('a frame is not text')
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    throw new MalformedFrame('a frame is not JSON')
  }
  const from = object(value, 'a frame')
  const t = text(from.t, 't')
  const frame = frameOf(t, from)
  const run = optionalText(from.run === undefined || isObject(from.run) ? null : from.run, 'run')
  const seq = from.seq == null ? null : count(from.seq, 'seq')
  if (OF_A_RUN.has(t) && (run === null || seq === null)) refuse(t, 'numbered')
  return { frame, run, seq }
}
