import type { FileInfo, SavedRun } from '../shared/bridge'
import type { Counts, Done, FieldError, Page, Policy, RunEntry, RunKind, Scope, Skip, Theme } from '../shared/protocol'
import type { Progress } from './progress'

/** What the window shows. One phase is one screen. */
export type Phase =
  | 'offline'
  | 'pairing'
  | 'ready'
  | 'starting'
  | 'running'
  | 'paused'
  | 'reconnecting'
  | 'result'
  | 'failed'

export type ScopeKind = 'selection' | 'page' | 'pages' | 'document'

/** What the next run would do. */
export interface Settings {
  scope: ScopeKind
  pages: string[]
  /** Labels, or null for those marked active. */
  themes: string[] | null
  instances: Policy
}

export interface ServerInfo {
  version: string
  themes: Theme[]
  sets: number
  tokens: number
  problem: string | null
}

export interface Notice {
  tone: 'info' | 'warning' | 'error'
  text: string
  help: string
}

export interface RunView {
  kind: RunKind
  dry: boolean
  progress: Progress
  cancelling: boolean
}

export interface Result {
  kind: RunKind
  dry: boolean
  done: Done
  errors: FieldError[]
  skipped: Skip[]
  /** What a run of these settings would do; only after a dry run. */
  proposal: Proposal | null
}

/** A dry run that has been done and may be made real. */
export interface Proposal {
  scope: Scope
  themes: string[] | null
  instances: Policy
  /** Layers of instances that would get overrides. */
  overrides: number
}

export interface Model {
  phase: Phase
  /** Paired with a server right now. */
  connected: boolean
  port: number
  file: FileInfo | null
  saved: SavedRun | null
  selection: { page: Page; count: number } | null
  server: ServerInfo | null
  settings: Settings
  run: RunView | null
  result: Result | null
  runs: RunEntry[] | null
  notice: Notice | null
  /** When the next attempt to connect is made, in milliseconds since 1970. */
  retryAt: number | null
}

/** What a dry run counts before and after, as a number of overrides. */
export function overridesMade(componentsOnly: Counts, chosen: Counts): number {
  return Math.max(0, chosen.changed - componentsOnly.changed)
}
