import { ROWS_SHOWN } from '../../shared/limits'
import type { Result } from '../model'
import type { Session } from '../session'
import { button, h } from './dom'
import { noticeBox, numbers } from './parts'
import type { Screen } from './screen'
import { count, headline, number } from './words'

const WHY: Record<string, string> = {
  'changed-since': 'changed since the run; left as it is',
  missing: 'no longer there',
  cancelled: 'not written: the run was cancelled',
}

/** What a run did, or a dry run would do, layer by layer; a click shows the layer. */
export function resultScreen(session: Session): Screen {
  const { model } = session
  const result = model.result as Result
  const { done, dry, kind, proposal } = result
  const { counts } = done
  return {
    body: [
      noticeBox(model.notice),
      h('section', {},
        h('h2', { class: 'headline' }, headline(kind, dry, done.state, counts)),
        after(result)),
      numbers(
        kind === 'revert'
          ? [['Written', number(counts.written)], ['Had the values', number(counts.equal)], ['Left alone', number(result.skipped.length)], ['Errors', number(counts.errors)]]
          : [
            ['Layers', number(counts.nodes)],
            dry ? ['Would change', number(counts.changed)] : ['Written', number(counts.written)],
            ['Up to date', number(counts.unchanged)],
            ['Problems', number(counts.failed + counts.errors)],
          ]),
      dry ? instancesNote(result) : null,
      ...findings(session, result),
    ],
    actions: [
      button('back', 'Back', () => session.back()),
      ...(proposal === null || counts.changed === 0 ? [] : [confirmButton(session, result)]),
    ],
  }
}

function after({ kind, dry, done }: Result): HTMLElement | null {
  if (dry) return h('p', { class: 'quiet' }, 'Nothing was written.')
  if (done.counts.written === 0) return null
  return h('p', { class: 'quiet' }, kind === 'revert' ? 'One undo brings the run back.' : 'One undo takes all of it back.')
}

function instancesNote({ done, proposal }: Result): HTMLElement | null {
  const overrides = proposal?.overrides ?? 0
  if (overrides > 0) {
    return noticeBox({
      tone: 'warning',
      text: `Up to ${count(overrides, 'layer')} of instances would get overrides.`,
      help: 'They no longer follow their component in what is overridden. Layers that get the value from their component first need none.',
    })
  }
  if (done.counts.overrides === 0) return null
  return h('p', { class: 'quiet' }, `${count(done.counts.overrides, 'layer')} of instances would differ too, and are left alone.`)
}

function confirmButton(session: Session, result: Result): HTMLElement {
  const overrides = result.proposal?.overrides ?? 0
  const text = overrides === 0 ? 'Apply' : `Apply, ${count(overrides, 'override')}`
  return button('confirm', text, () => session.confirm(), 'primary', !session.model.connected)
}

function findings(session: Session, { done, errors, skipped, kind }: Result): (HTMLElement | null)[] {
  const row = (id: string, title: string, text: string) =>
    h('li', {}, h('button', { type: 'button', class: 'layer', title: 'Show this layer', onclick: () => session.select(id) },
      h('span', {}, title), h('span', { class: 'quiet' }, text)))
  const told = (id: string, what: string, why: string, help: string) =>
    isId(id) ? row(id, what, [why, help].filter((part) => part !== '').join('. ')) : h('li', { class: 'entry' },
      h('div', {}, h('div', {}, what), h('div', { class: 'quiet' }, [id, why, help].filter((part) => part !== '').join(' · '))))
  return [
    ...done.problems.map((problem) =>
      list(`${problem.code} · ${number(problem.count)}`, problem.examples.map(({ node, what, why, help }) => told(node, what, why, help)), problem.examples.length < problem.count)),
    list(`Errors while writing · ${number(errors.length)}`, errors.map(({ id, field, message }) => row(id, field === '' ? id : `${id} · ${field}`, message)), false),
    list(`Left alone · ${number(skipped.length)}`, skipped.map(({ id, why }) => row(id, id, WHY[why] ?? why)), false),
    kind === 'apply'
      ? list('Layers', done.changes.map(({ id, name, fields }) => row(id, name, fields.join(', '))), done.changes.length < done.counts.changed)
      : null,
  ]
}

function list(title: string, rows: HTMLElement[], cut: boolean): HTMLElement | null {
  if (rows.length === 0) return null
  const shown = rows.slice(0, ROWS_SHOWN)
  return h('details', { class: 'findings', open: true },
    h('summary', {}, title),
    h('ul', { class: 'list' }, ...shown),
    cut && h('p', { class: 'quiet' }, `The first ${number(shown.length)} are shown.`))
}

/** Ids of layers, and not the path that stands for one elsewhere. */
function isId(node: string): boolean {
  return /^I?\d+:\d+(;\d+:\d+)*$/.test(node)
}
