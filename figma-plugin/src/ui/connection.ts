import { FRAME_BYTES_MAX } from '../shared/limits'
import { CLOSE, type Hello, type Incoming, type Outgoing } from '../shared/protocol'
import { utf8Bytes } from '../shared/utf8'
import { MalformedFrame, parseFrame } from '../shared/validate'
import type { Env, Socket } from './env'

const PING_MILLIS = 20_000
const SILENCE_MILLIS = 60_000

export interface Listener {
  frame(frame: Incoming, run: string | null): void
  /** The connection is gone, whoever ended it. Called once. */
  closed(code: number, reason: string): void
}

/** One WebSocket: counts frames both ways, answers pings, and ends when a frame is lost or malformed. */
export class Connection {
  private readonly socket: Socket
  private sent = 0
  private heard = 0
  private heardAt: number
  private opened = false
  private open = true
  private stopClock: () => void = () => {}

  constructor(
    private readonly env: Env,
    port: number,
    hello: Hello,
    private readonly listener: Listener,
  ) {
    this.heardAt = env.now()
    this.socket = env.open(`ws://localhost:${port}/live`)
    this.socket.onopen = () => {
      this.opened = true
      this.send(hello)
    }
    this.socket.onmessage = (event) => this.receive(event.data)
    this.socket.onclose = (event) => this.end(event.code, event.reason)
    this.watch()
  }

  get bufferedBytes(): number {
    return this.socket.bufferedAmount
  }

  /** Sends a frame that belongs to no run. */
  send(frame: Outgoing): void {
    this.transmit(JSON.stringify(frame))
  }

  /** Sends a frame of a run, with the next number. */
  sendOf(run: string, frame: Outgoing): void {
    const { t, ...members } = frame
    this.sendText(t, run, JSON.stringify(members).slice(1, -1))
  }

  /** Sends a frame of a run whose other members are text already. */
  sendText(t: string, run: string, members: string): void {
    this.sent++
    const head = `{"t":${JSON.stringify(t)},"run":${JSON.stringify(run)},"seq":${this.sent}`
    this.transmit(members === '' ? `${head}}` : `${head},${members}}`)
  }

  /** Ends the connection; the listener is told at once, not when the other side has agreed. */
  close(code: number, reason: string): void {
    if (!this.open) return
    this.socket.close(code, reason)
    this.end(code, reason)
  }

  /** Ends the connection without a word to the listener. */
  abandon(): void {
    if (!this.open) return
    this.open = false
    this.stopClock()
    this.socket.close(CLOSE.normal, '')
  }

  private transmit(text: string): void {
    if (!this.open || !this.opened) return
    if (utf8Bytes(text) > FRAME_BYTES_MAX) {
      this.close(CLOSE.malformed, 'what is to be sent does not fit into 1 MiB')
      return
    }
    this.socket.send(text)
  }

  private receive(data: unknown): void {
    if (!this.open) return
    this.heardAt = this.env.now()
    try {
      if (typeof data === 'string' && utf8Bytes(data) > FRAME_BYTES_MAX) throw new MalformedFrame('a frame is larger than 1 MiB')
      const { frame, run, seq } = parseFrame(data)
      if (seq !== null && !this.isNext(seq)) return
      if (frame.t === 'ping') this.send({ t: 'pong' })
      else if (frame.t !== 'pong') this.listener.frame(frame, run)
    } catch (problem) {
      if (!(problem instanceof MalformedFrame)) throw problem
      this.close(CLOSE.malformed, problem.message)
    }
  }

  /** A number seen before is a duplicate, which is dropped; a number left out is a lost frame. */
  private isNext(seq: number): boolean {
    if (seq <= this.heard) return false
    if (seq > this.heard + 1) {
      this.close(CLOSE.lost, `frame ${this.heard + 1} was lost`)
      return false
    }
    this.heard = seq
    return true
  }

  private watch(): void {
    this.stopClock = this.env.after(PING_MILLIS, () => {
      if (this.env.now() - this.heardAt > SILENCE_MILLIS) {
        this.close(CLOSE.silent, 'nothing was heard for a minute')
        return
      }
      this.send({ t: 'ping' })
      this.watch()
    })
  }

  private end(code: number, reason: string): void {
    if (!this.open) return
    this.open = false
    this.stopClock()
    this.listener.closed(code, reason)
  }
}
