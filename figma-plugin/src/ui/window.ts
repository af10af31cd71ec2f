import type { ToUi } from '../shared/bridge'
import type { Socket } from './env'
import type { Model, Phase } from './model'
import { fill, h } from './screens/dom'
import { failedScreen, offlineScreen } from './screens/offline'
import { readyScreen } from './screens/ready'
import { resultScreen } from './screens/result'
import { runningScreen } from './screens/running'
import type { Screen } from './screens/screen'
import { count, headline } from './screens/words'
import { Session } from './session'

/** The window: draws what the session says, at most once a frame of the screen. */
const SCREENS: Record<Phase, (session: Session) => Screen> = {
  offline: offlineScreen,
  pairing: offlineScreen,
  ready: readyScreen,
  starting: readyScreen,
  running: runningScreen,
  paused: runningScreen,
  reconnecting: runningScreen,
  result: resultScreen,
  failed: failedScreen,
}

const area = (id: string) => document.getElementById(id) as HTMLElement

let drawn = ''
let shownPhase: Phase | null = null
let waiting = false

function draw(): void {
  waiting = false
  const { model } = session
  // Only what has changed: a screen that is drawn anew under a mouse loses the click.
  const selection = model.phase === 'ready' ? model.selection : null
  const wanted = JSON.stringify([{ ...model, selection }, model.run?.progress, model.phase === 'reconnecting' ? Math.floor(Date.now() / 1000) : 0])
  if (wanted !== drawn) {
    drawn = wanted
    const { body, actions } = SCREENS[model.phase](session)
    fill(area('status'), statusLine(model))
    fill(area('screen'), body)
    fill(area('actions'), actions)
    if (shownPhase !== model.phase) phaseShown(model)
  }
  if (model.phase === 'reconnecting') setTimeout(changed, 500)
}

function changed(): void {
  if (waiting) return
  waiting = true
  requestAnimationFrame(draw)
}

function statusLine(model: Model): (HTMLElement | null)[] {
  const { server, connected, port } = model
  const text = connected && server !== null ? `${count(server.tokens, 'token')} in ${count(server.sets, 'set')}` : 'Not connected'
  return [
    h('span', { class: connected ? 'dot on' : 'dot' }),
    h('span', { class: 'grow' }, text),
    connected ? h('span', { class: 'quiet' }, `localhost:${port}`) : null,
    connected && model.phase === 'ready'
      ? h('button', { id: 'disconnect', type: 'button', class: 'link', onclick: () => session.disconnect() }, 'Disconnect')
      : null,
  ]
}

const SPOKEN: Record<Phase, string> = {
  offline: 'Not connected.',
  pairing: 'Connecting.',
  ready: 'Connected.',
  starting: 'Starting.',
  running: 'The run is under way.',
  paused: 'Paused.',
  reconnecting: 'The connection is lost. Trying again.',
  result: '',
  failed: 'The run has stopped.',
}

/** A new screen begins at its top, and is told to those who do not see it. */
function phaseShown(model: Model): void {
  const first = shownPhase === null
  shownPhase = model.phase
  area('screen').scrollTop = 0
  const { result } = model
  area('spoken').textContent = result === null ? SPOKEN[model.phase] : headline(result.kind, result.dry, result.done.state, result.done.counts)
  if (model.phase === 'offline' && first) document.getElementById('code')?.focus()
}

const session = new Session({
  open: (url) => new WebSocket(url) as unknown as Socket,
  post: (message) => parent.postMessage({ pluginMessage: message }, '*'),
  now: () => Date.now(),
  random: () => Math.random(),
  after: (millis, callback) => {
    const timer = setTimeout(callback, millis)
    return () => clearTimeout(timer)
  },
  changed: () => changed(),
})

window.onmessage = (event: MessageEvent<{ pluginMessage?: ToUi }>) => {
  if (event.data.pluginMessage !== undefined) session.fromMain(event.data.pluginMessage)
}
draw()
