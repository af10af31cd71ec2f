import type { ToMain, ToUi } from '../shared/bridge'
import { sendLibrary } from './library'
import { messageOf } from './messages'
import { Run } from './run'
import { selection, show } from './selection'
import { Storage } from './storage'

/**
 * Figma's half of the plugin: it reads and writes layers, and does what the other half says.
 *
 * The undo step is opened when a run begins and closed when it ends, and at no other time. A run that
 * is taken up again, or left when the plugin is closed, goes on in the step it began.
 */
const storage = new Storage()
let run: Run | null = null

function post(message: ToUi): void {
  figma.ui.postMessage(message)
}

function failed(problem: unknown): void {
  post({ t: 'failed', message: messageOf(problem) })
}

async function tellFile(): Promise<void> {
  const [saved, port] = await Promise.all([storage.savedRun(), storage.port()])
  const pages = figma.root.children.map(({ id, name }) => ({ id, name }))
  post({ t: 'file', file: { name: figma.root.name, pages, saved, port } })
  post(selection(false))
}

async function begin(message: ToMain & { t: 'run' }): Promise<void> {
  run?.leave()
  if (message.fresh && !message.order.dry) figma.commitUndo()
  // At once, so that what is granted while the storage is at work is not lost.
  const begun = new Run(message.order, message.scan, post)
  run = begun
  if (message.save !== null) await storage.saveRun(message.save)
  begun.go().catch(failed)
}

async function end(real: boolean): Promise<void> {
  run?.leave()
  run = null
  if (!real) return
  figma.commitUndo()
  await storage.forgetRun()
}

/** A run that is not taken up again: what it has written becomes a step of its own. */
async function forget(): Promise<void> {
  figma.commitUndo()
  await storage.forgetRun()
}

async function handle(message: ToMain): Promise<void> {
  switch (message.t) {
    case 'ready':
      return tellFile()
    case 'run':
      return begin(message)
    case 'seek':
      return run?.seek(message.scan)
    case 'grant':
      return run?.grant(message.chunks)
    case 'patch':
      return run?.patch(message.part)
    case 'pause':
      return run?.pause()
    case 'proceed':
      return run?.proceed()
    case 'cancel':
      return run?.cancel()
    case 'end':
      return end(message.real)
    case 'leave':
      run?.leave()
      run = null
      return
    case 'forget':
      return forget()
    case 'library':
      return sendLibrary(message.namespace, post)
    case 'selection':
      return post(selection(true))
    case 'select':
      return post({ t: 'selected', id: message.id, found: await show(message.id) })
    case 'port':
      return storage.savePort(message.port)
  }
}

figma.showUI(__html__, { width: 340, height: 520, themeColors: true })
figma.ui.onmessage = (message: ToMain) => {
  handle(message).catch(failed)
}
figma.on('selectionchange', () => post(selection(false)))
figma.on('currentpagechange', () => post(selection(false)))
