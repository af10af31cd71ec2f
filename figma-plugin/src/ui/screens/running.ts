import type { Session } from '../session'
import { button, h } from './dom'
import { bar, noticeBox, numbers } from './parts'
import type { Screen } from './screen'
import { number } from './words'

/** A run under way, paused, or waiting for its server. */
export function runningScreen(session: Session): Screen {
  const { model } = session
  const { run, file, phase } = model
  if (run === null) return waiting(session)
  const { progress } = run
  const { counts } = progress
  const page = file?.pages.find((one) => one.id === progress.page)?.name
  const title = run.kind === 'revert' ? 'Taking a run back' : run.dry ? 'Dry run' : 'Updating layers'
  const where = run.cancelling
    ? 'Cancelling…'
    : progress.scanned ? 'Everything is read; finishing' : page === undefined ? 'Looking for layers with tokens' : `Page “${page}”`
  const paused = phase === 'paused'
  return {
    body: [
      noticeBox(model.notice),
      phase === 'reconnecting' ? lost(model.retryAt) : null,
      h('section', { class: 'stack' },
        h('h2', {}, paused ? `${title}: paused` : title),
        bar(run.kind === 'revert' ? null : progress.fraction, title),
        h('p', { class: 'quiet' }, run.kind === 'revert' ? 'Newest changes first.' : `${where}${progress.pages > 1 ? ` · ${progress.pagesDone} of ${progress.pages} pages done` : ''}`)),
      numbers([
        ['Layers', number(counts.nodes)],
        [run.dry ? 'Would change' : 'To change', number(counts.changed)],
        ...(run.dry ? [] : [['Written', number(counts.written)] as const]),
        ['Problems', number(counts.failed + counts.errors)],
      ]),
      run.dry ? null : h('p', { class: 'quiet' }, 'Better not edit meanwhile: all of it becomes one undo step.'),
    ],
    actions: phase === 'reconnecting'
      ? [button('leave', 'Stop trying', () => session.leave())]
      : [
        paused
          ? button('proceed', 'Go on', () => session.proceed(), 'primary', run.cancelling)
          : button('pause', 'Pause', () => session.pause(), '', run.cancelling),
        button('cancel', 'Cancel', () => session.cancel(), 'danger', run.cancelling),
      ],
  }
}

function waiting(session: Session): Screen {
  return {
    body: [lost(session.model.retryAt), noticeBox(session.model.notice)],
    actions: [button('leave', 'Stop trying', () => session.leave())],
  }
}

function lost(retryAt: number | null): HTMLElement {
  const seconds = retryAt === null ? 0 : Math.max(1, Math.ceil((retryAt - Date.now()) / 1000))
  return h('div', { class: 'notice warning' },
    h('p', {}, 'There is no connection to the server.'),
    h('p', { class: 'quiet' }, retryAt === null ? 'Connecting…' : `Trying again in ${seconds} s. Nothing is lost.`))
}
