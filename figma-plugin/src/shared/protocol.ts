/** The frames between the plugin and `sluice serve`. docs/design/live.md says what each means. */

export const PROTOCOL_VERSION = 1

export type Policy = 'components' | 'overridden' | 'all'

export type Scope =
  | { kind: 'document' }
  | { kind: 'pages'; pages: string[] }
  | { kind: 'nodes'; page: string; nodes: string[] }

export interface Page {
  id: string
  name: string
}

export interface Font {
  family: string
  style: string
}

export interface Limits {
  nodesPerChunk: number
  chunkBytes: number
  sliceMillis: number
  opsPerPatch: number
  frameBytes: number
  atOnce: number
}

/** Which fields of a node the server wants: always, and for each property key the node has. */
export interface Reads {
  always: string[]
  keys: Record<string, string[]>
}

export interface Counts {
  candidates: number
  nodes: number
  changed: number
  unchanged: number
  skipped: number
  failed: number
  overrides: number
  values: number
  written: number
  equal: number
  errors: number
}

export interface Theme {
  label: string
  group: string | null
  name: string
  active: boolean
}

export type RunKind = 'apply' | 'revert'

/** How a run was asked for. */
export interface Start {
  scope: Scope
  dry: boolean
  instances: Policy
}

/** Where an interrupted run goes on. */
export interface ResumedRun {
  id: string
  kind: RunKind
  state: string
  start: Start | null
  next: number
  credits: number
  at: { page: string; index: number; hash: string } | null
  donePages: string[]
  scanned: boolean
  counts: Counts
}

export interface Welcome {
  t: 'welcome'
  v: number
  server: string
  namespace: string
  limits: Limits
  themes: Theme[]
  sets: number
  tokens: number
  reads: Reads
  /** Whether the server goes by the library of the file, and waits for it. */
  library: boolean
  run: ResumedRun | null
  problem: string | null
}

export interface TokensChanged {
  t: 'tokens'
  themes: Theme[]
  sets: number
  tokens: number
  problem: string | null
}

export interface Started {
  t: 'started'
  id: string
  secret: string
  credits: number
  dry: boolean
  instances: Policy
  kind: RunKind
}

export interface Credit {
  t: 'credit'
  upTo: number
  more: number
  counts: Counts
}

export interface Range {
  start: number
  end: number
  value: unknown
}

export interface Op {
  id: string
  expect?: Record<string, unknown>
  fonts?: number[]
  unbind?: string[]
  styles?: Record<string, string>
  set?: Record<string, unknown>
  ranges?: Record<string, Range[]>
  bind?: Record<string, string>
}

/** An operation that is not what the protocol says, and why. It is answered, never written. */
export interface RefusedOp {
  id: string
  message: string
}

export interface Patch {
  t: 'patch'
  p: number
  ops: Op[]
  fonts: Font[]
  refused: RefusedOp[]
}

export interface Example {
  node: string
  what: string
  why: string
  help: string
}

export interface Problem {
  code: string
  count: number
  examples: Example[]
}

export interface Change {
  id: string
  name: string
  fields: string[]
}

export interface Done {
  t: 'done'
  state: string
  counts: Counts
  problems: Problem[]
  changes: Change[]
}

export interface RunEntry {
  id: string
  kind: RunKind
  state: string
  file: string
  started: string
  counts: Counts
}

export interface Runs {
  t: 'runs'
  runs: RunEntry[]
}

export interface ServerError {
  t: 'error'
  code: string
  message: string
  help: string
  fatal: boolean
}

export interface Signal {
  t: 'pause' | 'resume' | 'cancel' | 'ping' | 'pong'
}

/** What comes from the server, checked. `run` and `seq` are beside it. */
export type Incoming =
  | Welcome
  | TokensChanged
  | Started
  | Credit
  | Patch
  | Done
  | Runs
  | ServerError
  | Signal

export interface Skip {
  id: string
  why: string
}

export interface FieldError {
  id: string
  field: string
  message: string
}

export interface Kept {
  id: string
  fields: string[]
}

export interface Patched {
  t: 'patched'
  p: number
  applied: number
  equal: number
  /** Fields of layers in instances that had their values: taken back, they must not be written either. */
  kept: Kept[]
  skipped: Skip[]
  errors: FieldError[]
  millis: number
}

export type Hello = {
  t: 'hello'
  v: number
  plugin: string
  file: { name: string }
  pages: Page[]
} & ({ code: string } | { resume: { run: string; secret: string } })

export interface StartRequest extends Start {
  t: 'start'
  themes: string[] | null
}

/** What the plugin says. `nodes` and its fellows are text already when they come to the socket. */
export type Outgoing =
  | Hello
  | StartRequest
  | Patched
  | Signal
  | { t: 'library'; last: boolean; data: Record<string, string> }
  | { t: 'list' }
  | { t: 'revert'; of: string }

/** Closing codes. A page may only use 1000 and those from 3000 on, so an oversize frame is 4400. */
export const CLOSE = {
  normal: 1000,
  malformed: 4400,
  code: 4401,
  silent: 4408,
  lost: 4409,
  tooMany: 4429,
} as const
