import type { ToMain } from '../shared/bridge'

/** The part of a WebSocket that is used. */
export interface Socket {
  readonly bufferedAmount: number
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number; reason: string }) => void) | null
  send(text: string): void
  close(code: number, reason: string): void
}

/** What the window needs from the world, so that it runs in a browser and under a clock of a test. */
export interface Env {
  open(url: string): Socket
  post(message: ToMain): void
  /** Milliseconds since 1970. */
  now(): number
  /** At least 0, less than 1. */
  random(): number
  /** Calls back once; the function that is returned takes it back. */
  after(millis: number, callback: () => void): () => void
  /** What is shown has changed. */
  changed(): void
}
