import type { Socket } from '../../src/ui/env'
import type { Clock } from './clock'

/** A network between plugin and server on the clock of a test. */
export interface NetworkOptions {
  latencyMillis: number
  bytesPerMilli: number
}

/** The server's end. */
export interface ServerSocket {
  send(text: string): void
  close(code: number, reason: string): void
  onmessage: (text: string) => void
  onclose: (code: number) => void
}

/**
 * Sockets in order and without loss until they break; then everything on the way is lost, in both
 * directions, and both ends hear 1006 after a while.
 */
export class FakeNetwork {
  /** Takes a new connection, or is null when nothing listens. */
  listener: ((socket: ServerSocket) => void) | null = null
  /** Letters on the way. */
  inFlight = 0
  inFlightMax = 0
  connections = 0
  /** Bytes a second may be changed under way, to make a slow consumer. */
  constructor(
    private readonly clock: Clock,
    readonly options: NetworkOptions,
  ) {}

  private readonly open = new Set<Pair>()

  connect(): Socket {
    this.connections++
    const pair = new Pair(this, this.clock, this.options)
    this.clock.after(this.options.latencyMillis * 2, () => {
      const { listener } = this
      if (listener === null) pair.refuse()
      else if (pair.isOpen) {
        this.open.add(pair)
        listener(pair.server)
        pair.accepted()
      }
    })
    return pair.client
  }

  /** All connections break. */
  break(): void {
    for (const pair of this.open) pair.break()
    this.open.clear()
  }

  gone(pair: Pair): void {
    this.open.delete(pair)
  }

  travels(letters: number): void {
    this.inFlight += letters
    this.inFlightMax = Math.max(this.inFlightMax, this.inFlight)
  }
}

class Pair {
  isOpen = true
  private buffered = 0
  private freeAt = 0
  readonly client: Socket
  readonly server: ServerSocket

  constructor(
    private readonly network: FakeNetwork,
    private readonly clock: Clock,
    private readonly options: NetworkOptions,
  ) {
    const pair = this
    this.client = {
      get bufferedAmount() {
        return pair.buffered
      },
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (text) => this.upload(text),
      close: (code, reason) => this.end(code, reason, 'client'),
    }
    this.server = {
      onmessage: () => {},
      onclose: () => {},
      send: (text) => this.travel(text, 0, () => this.client.onmessage?.({ data: text })),
      close: (code, reason) => this.end(code, reason, 'server'),
    }
  }

  accepted(): void {
    if (this.isOpen) this.client.onopen?.()
  }

  refuse(): void {
    this.isOpen = false
    this.client.onclose?.({ code: 1006, reason: '' })
  }

  break(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.clock.after(1, () => this.server.onclose(1006))
    this.clock.after(1, () => this.client.onclose?.({ code: 1006, reason: '' }))
  }

  /** What is sent waits in the client's buffer until the line is free. */
  private upload(text: string): void {
    this.buffered += text.length
    const now = this.clock.exact()
    this.freeAt = Math.max(now, this.freeAt) + text.length / this.options.bytesPerMilli
    this.travel(text, this.freeAt - now, () => {
      this.buffered -= text.length
      this.server.onmessage(text)
    })
  }

  private travel(text: string, waitMillis: number, arrive: () => void): void {
    this.network.travels(text.length)
    this.clock.after(waitMillis + this.options.latencyMillis, () => {
      this.network.travels(-text.length)
      if (this.isOpen) arrive()
    })
  }

  private end(code: number, reason: string, by: 'client' | 'server'): void {
    if (!this.isOpen) return
    // What was sent before arrives first.
    this.clock.after(this.options.latencyMillis + Math.max(0, this.freeAt - this.clock.exact()), () => {
      if (!this.isOpen) return
      this.isOpen = false
      this.network.gone(this)
      if (by === 'client') this.server.onclose(code)
      this.client.onclose?.({ code, reason })
    })
  }
}
