import type { SavedRun } from '../../shared/bridge'
import type { Session } from '../session'
import { button, h } from './dom'
import { noticeBox } from './parts'
import type { Screen } from './screen'

/** What was typed, over changes of the screen. */
let typedCode = ''
let typedPort: string | null = null

/** Not connected: a run to resume, and the form to pair. */
export function offlineScreen(session: Session): Screen {
  const { phase, port, saved, notice, file } = session.model
  const busy = phase === 'pairing' || file === null
  const code = h('input', {
    id: 'code', class: 'code', value: typedCode, placeholder: 'ABCD-EFGH', maxlength: 16, autocomplete: 'off', spellcheck: 'false',
    required: true, disabled: busy, 'aria-describedby': 'code-help', oninput: (event) => (typedCode = (event.target as HTMLInputElement).value),
  })
  const portInput = h('input', {
    id: 'port', type: 'number', value: typedPort ?? port, min: 7777, max: 7779, required: true, disabled: busy,
    oninput: (event) => (typedPort = (event.target as HTMLInputElement).value),
  })
  const form = h('form', {
    id: 'pair', class: 'stack',
    onsubmit: (event) => {
      event.preventDefault()
      session.pair(Number(typedPort ?? port), typedCode)
    },
  },
  h('h2', {}, 'Connect'),
  h('p', { id: 'code-help', class: 'quiet' }, 'Run ', h('code', {}, 'sluice serve'), ' in a terminal and type the pairing code that it shows.'),
  h('div', { class: 'row' },
    h('label', { class: 'grow' }, 'Pairing code', code),
    h('label', { class: 'port' }, 'Port', portInput)))
  const connect = h('button', { id: 'connect', type: 'submit', form: 'pair', class: 'primary', disabled: busy }, busy ? 'Connecting…' : 'Connect')
  return { body: [noticeBox(notice), savedCard(session, saved), form], actions: [connect] }
}

/** The connection to a run is broken, or the run failed here: what can be done now. */
export function failedScreen(session: Session): Screen {
  const { saved, notice } = session.model
  return {
    body: [h('h2', {}, 'The run has stopped'), noticeBox(notice), savedCard(session, saved)],
    actions: [button('back', 'Back', () => session.back())],
  }
}

/** Offers to take up, or to forget, the run that was not finished in this file. */
export function savedCard(session: Session, saved: SavedRun | null): HTMLElement | null {
  if (saved === null) return null
  const when = new Date(saved.began).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })
  return h('section', { class: 'card stack', 'aria-label': 'Unfinished run' },
    h('h2', {}, saved.kind === 'revert' ? 'Taking a run back was not finished' : 'A run was not finished'),
    h('p', { class: 'quiet' }, `${saved.file}, begun ${when}. It goes on where it stopped; the pairing code is not needed.`),
    h('div', { class: 'row' },
      button('resume', 'Resume', () => session.resumeSaved(), 'primary'),
      button('discard', 'Discard', () => session.discardSaved())))
}
