import type { RunEntry } from '../../shared/protocol'
import type { Session } from '../session'
import { button, h } from './dom'
import { count } from './words'

/** Earlier runs, to take one back. They are asked for when the list is opened. */
export function runsList(session: Session): HTMLElement {
  const { runs, phase } = session.model
  return h('details', {
    id: 'runs', open: runs !== null,
    ontoggle: (event) => {
      if ((event.target as HTMLDetailsElement).open && session.model.runs === null) session.listRuns()
    },
  },
  h('summary', {}, 'Earlier runs'),
  runs === null
    ? h('p', { class: 'quiet' }, 'Asking…')
    : runs.length === 0 ? h('p', { class: 'quiet' }, 'There are none yet.') : h('ul', { class: 'list' }, ...runs.map((run) => entry(session, run, phase === 'starting'))))
}

function entry(session: Session, run: RunEntry, busy: boolean): HTMLElement {
  const what = run.kind === 'revert' ? 'Taken back' : 'Applied'
  const when = Number.isNaN(Date.parse(run.started)) ? '' : new Date(run.started).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })
  return h('li', { class: 'entry' },
    h('div', { class: 'grow' },
      h('div', {}, `${what}: ${count(run.counts.written, 'layer')}`),
      h('div', { class: 'quiet' }, [run.file, run.state, when].filter((part) => part !== '').join(' · '))),
    run.kind === 'apply' && run.counts.written > 0
      ? button(`revert-${run.id}`, 'Revert', () => session.revert(run.id), 'small', busy)
      : null)
}
