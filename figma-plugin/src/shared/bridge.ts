import type { Counts, Limits, Op, Page, Patched, Policy, Reads, RefusedOp, RunKind, Scope, Font } from './protocol'

/** Messages between the two halves of the plugin. `main` lives in Figma's sandbox, `ui` in a frame. */

/** A run that was begun in this file and has not ended. */
export interface SavedRun {
  run: string
  secret: string
  port: number
  kind: RunKind
  /** Name of the file, as it was. */
  file: string
  /** When it was begun, in milliseconds since 1970. */
  began: number
}

export interface FileInfo {
  name: string
  pages: Page[]
  saved: SavedRun | null
  port: number
}

/** What is to be read, and from where on. */
export interface ScanOrder {
  /** Messages of scans that were replaced carry an older number, and are dropped. */
  epoch: number
  next: number
  at: { page: string; index: number; hash: string } | null
  donePages: string[]
  scanned: boolean
}

export interface RunOrder {
  run: string
  kind: RunKind
  dry: boolean
  instances: Policy
  /** Null when another run is taken back: nothing is read then. */
  scope: Scope | null
  namespace: string
  reads: Reads
  limits: Limits
}

/** A part of a patch; a patch larger than one message comes in several. */
export interface PatchPart {
  p: number
  ops: Op[]
  fonts: Font[]
  refused: RefusedOp[]
  last: boolean
}

export type ToMain =
  | { t: 'ready' }
  /** Begins or takes up a run. `fresh` opens an undo step and remembers `save`. */
  | { t: 'run'; order: RunOrder; scan: ScanOrder; fresh: boolean; save: SavedRun | null }
  | { t: 'seek'; scan: ScanOrder }
  /** Chunks of nodes that may be read in addition. */
  | { t: 'grant'; chunks: number }
  | { t: 'patch'; part: PatchPart }
  | { t: 'pause' }
  | { t: 'proceed' }
  | { t: 'cancel' }
  /** The run is over. One that wrote closes its undo step and is forgotten. */
  | { t: 'end'; real: boolean }
  /** The run cannot go on now: nothing is closed, nothing forgotten. */
  | { t: 'leave' }
  /** Forgets a run that was not finished. */
  | { t: 'forget' }
  /** Asks for the token library of the file. */
  | { t: 'library'; namespace: string }
  | { t: 'selection' }
  | { t: 'select'; id: string }
  | { t: 'port'; port: number }

/** A frame that is text already but for the brace, `run` and `seq` in front. */
export interface FrameText {
  t: 'page.begin' | 'nodes' | 'page.end' | 'scan.end'
  page: string
  /** Chunk number of `nodes`, else 0. */
  n: number
  /** Nodes in it, or candidates of the page. */
  nodes: number
  /** Members after `t`, `run` and `seq`, without the closing brace. */
  text: string
}

export type ToUi =
  | { t: 'file'; file: FileInfo }
  | { t: 'library'; data: Record<string, string>; last: boolean }
  /** What is selected: the page, how many layers, and their ids when they were asked for. */
  | { t: 'selection'; page: Page; count: number; nodes: string[] | null }
  | { t: 'frame'; epoch: number; frame: FrameText }
  | { t: 'patched'; answer: Patched }
  /** Cancelled: nothing more will be written. */
  | { t: 'stopped' }
  | { t: 'failed'; message: string }
  | { t: 'selected'; id: string; found: boolean }

export const NO_COUNTS: Counts = {
  candidates: 0,
  nodes: 0,
  changed: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
  overrides: 0,
  values: 0,
  written: 0,
  equal: 0,
  errors: 0,
}
