import type { Counts, Op, Policy, RunKind, Scope, FieldError, Skip, Font } from '../../src/shared/protocol'

/** What the reference server remembers; it outlives the server, as a file would. */
export interface JournalRun {
  id: string
  secret: string
  kind: RunKind
  state: 'running' | 'paused' | 'done' | 'cancelled'
  file: string
  scope: Scope | null
  themes: string[] | null
  dry: boolean
  instances: Policy
  next: number
  at: { page: string; index: number; hash: string } | null
  donePages: string[]
  scanned: boolean
  counts: Counts
  lastPatch: number
  /** Patches that were not answered. */
  pending: JournalPatch[]
  /** Operations that take the run back, in the order they were made. Not kept for the largest runs. */
  inverse: Op[]
  /** Where taking back has come to, from the end. */
  reverts: string | null
  left: number
  changes: { id: string; name: string; fields: string[] }[]
  errors: FieldError[]
  skips: Skip[]
}

export interface JournalPatch {
  p: number
  ops: Op[]
  fonts: Font[]
}

export class Journal {
  readonly runs = new Map<string, JournalRun>()
  keepsInverse = true

  /** Largest number of runs, to make ids. */
  private count = 0

  nextId(): string {
    this.count++
    return `run-${this.count}`
  }
}
