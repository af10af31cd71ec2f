import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { WebSocketServer, type WebSocket } from 'ws'
import tokens from '../data/tokens.json' with { type: 'json' }
import { RealClock } from '../fake/clock'
import { Journal } from '../peer/journal'
import { Peer } from '../peer/peer'

/** A server that listens on a port, can be killed, and comes back with what it had journaled. */
export interface TestServer {
  readonly name: string
  readonly port: number
  /** Pairing code of this start. */
  readonly code: string
  start(): Promise<void>
  /** As `kill -9`. */
  kill(): Promise<void>
  /** Connections break; the server stays. Null when that cannot be done from here. */
  breakConnections: (() => void) | null
  /** Runs `sluice figma revert`, and gives its exit code and what it said. Null for the reference server. */
  revert: ((run: string, said: (line: string) => void) => Promise<number | null>) | null
  remove(): Promise<void>
}

/**
 * The server under test: the command in SLUICE_COMMAND, or else the reference server of these tests.
 * Both are reached over real sockets.
 */
export async function startServer(port: number, hasTokens = true): Promise<TestServer> {
  const command = process.env.SLUICE_COMMAND
  const server = command === undefined || command === '' ? new ReferenceServer(port, hasTokens) : new CommandServer(port, command, hasTokens)
  await server.start()
  return server
}

class ReferenceServer implements TestServer {
  readonly name = 'the reference server'
  code = ''
  private starts = 0
  private readonly journal = new Journal()
  private sockets: WebSocketServer | null = null
  private peer: Peer | null = null

  constructor(
    readonly port: number,
    private readonly hasTokens: boolean,
  ) {}

  async start(): Promise<void> {
    this.starts++
    this.code = `ABCD-EFG${this.starts}`
    const peer = new Peer({ clock: new RealClock(), journal: this.journal, tokens, library: !this.hasTokens, code: this.code, chunkMillis: 5 })
    this.peer = peer
    const sockets = new WebSocketServer({ port: this.port, host: 'localhost', path: '/live', maxPayload: 1_048_576 })
    this.sockets = sockets
    sockets.on('connection', (socket) => accept(peer, socket))
    await new Promise<void>((done, failed) => sockets.once('listening', done).once('error', failed))
  }

  async kill(): Promise<void> {
    this.peer?.kill()
    this.breakConnections()
    await new Promise((done) => this.sockets?.close(done))
  }

  readonly revert = null

  breakConnections = (): void => {
    for (const socket of this.sockets?.clients ?? []) socket.terminate()
  }

  async remove(): Promise<void> {
    await this.kill()
  }
}

function accept(peer: Peer, socket: WebSocket): void {
  const end = {
    send: (text: string) => socket.send(text),
    close: (code: number, reason: string) => socket.close(code, reason),
    onmessage: (_: string) => {},
    onclose: (_: number) => {},
  }
  peer.accept(end)
  socket.on('message', (data, isBinary) => (isBinary ? socket.close(4400, 'binary') : end.onmessage(String(data))))
  socket.on('close', (code) => end.onclose(code))
  socket.on('error', () => {})
}

const START_MILLIS = 60_000

class CommandServer implements TestServer {
  code = ''
  readonly breakConnections = null
  private readonly state = mkdtempSync(join(tmpdir(), 'sluice-live-'))
  private child: ChildProcess | null = null
  private readonly reverts = new Set<ChildProcess>()

  constructor(
    readonly port: number,
    private readonly command: string,
    private readonly hasTokens: boolean,
  ) {}

  get name(): string {
    return this.command
  }

  async start(): Promise<void> {
    const file = resolve('test/data/tokens.json')
    const options = this.hasTokens ? `--tokens '${file}'` : ''
    const line = `exec ${this.command} serve --port ${this.port} ${options} --state '${this.state}'`
    // In a group of its own: the command may be a script that starts the program.
    const child = spawn('sh', ['-c', line], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    this.child = child
    this.code = await new Promise<string>((done, failed) => {
      let said = ''
      const timer = setTimeout(() => {
        failed(new Error(`no pairing code in ${START_MILLIS} ms:\n${said}`))
        void this.kill()
      }, START_MILLIS)
      child.stderr?.on('data', (data) => {
        said += String(data)
        const code = /pairing code\s+(\S+)/.exec(said)?.[1]
        if (code === undefined) return
        clearTimeout(timer)
        done(code)
      })
      child.once('exit', () => clearTimeout(timer))
      child.once('exit', (status) => failed(new Error(`the server ended with ${status}:\n${said}`)))
    })
  }

  async kill(): Promise<void> {
    const { child } = this
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    process.kill(-child.pid, 'SIGKILL')
    await gone
  }

  revert = (run: string, said: (line: string) => void): Promise<number | null> => {
    const line = `exec ${this.command} figma revert ${run} --port ${this.port} --state '${this.state}'`
    const child = spawn('sh', ['-c', line], { stdio: ['ignore', 'ignore', 'pipe'] })
    this.reverts.add(child)
    child.stderr.on('data', (data) => said(String(data)))
    return new Promise((done) => child.once('exit', done))
  }

  async remove(): Promise<void> {
    // One that a failed test left waits for its plugin for ever.
    for (const child of this.reverts) child.kill('SIGKILL')
    await this.kill()
    rmSync(this.state, { recursive: true, force: true })
  }
}
