import type { Policy, Theme } from '../../shared/protocol'
import type { Model, ScopeKind } from '../model'
import type { Session } from '../session'
import { button, h } from './dom'
import { savedCard } from './offline'
import { noticeBox } from './parts'
import { runsList } from './runs'
import type { Screen } from './screen'
import { count } from './words'

const POLICIES: readonly (readonly [Policy, string, string])[] = [
  ['components', 'Leave instances alone', 'Components are updated, and their instances follow.'],
  ['overridden', 'Update instances with own tokens', 'Layers of instances that carry tokens of their own get overrides.'],
  ['all', 'Update all instances', 'Every layer of an instance that differs gets an override.'],
]

/** Connected: what to update, with which themes, and how. */
export function readyScreen(session: Session): Screen {
  const { model } = session
  const { settings, server } = model
  const busy = model.phase === 'starting'
  const unusable = busy || server === null || server.problem !== null
  const policy = POLICIES.find(([id]) => id === settings.instances)
  return {
    body: [
      noticeBox(model.notice),
      server?.problem == null ? null : noticeBox({ tone: 'error', text: server.problem, help: 'Correct the token files; they are read again at once.' }),
      savedCard(session, model.saved),
      scopes(session),
      themes(session),
      h('section', {},
        h('h2', {}, h('label', { for: 'instances' }, 'Instances')),
        h('select', {
          id: 'instances', disabled: busy, 'aria-describedby': 'instances-help',
          onchange: (event) => session.set({ instances: (event.target as HTMLSelectElement).value as Policy }),
        }, ...POLICIES.map(([id, text]) => h('option', { value: id, selected: id === settings.instances }, text))),
        h('p', { id: 'instances-help', class: 'quiet' }, policy?.[2] ?? '',
          settings.instances === 'components' ? '' : ' How many is shown before anything is written.')),
      runsList(session),
    ],
    actions: [
      button('dry-run', 'Dry run', () => session.dryRun(), '', unusable),
      button('apply', busy ? 'Starting…' : 'Apply', () => session.apply(), 'primary', unusable),
    ],
  }
}

function scopes(session: Session): HTMLElement {
  const { model } = session
  const { selection, file, settings } = model
  const entries: readonly (readonly [ScopeKind, string, string])[] = [
    ['selection', 'Selection', selection === null ? '' : count(selection.count, 'layer')],
    ['page', 'This page', selection?.page.name ?? ''],
    ['pages', 'Chosen pages', settings.scope === 'pages' ? `${settings.pages.length} of ${file?.pages.length ?? 0}` : ''],
    ['document', 'Document', count(file?.pages.length ?? 0, 'page')],
  ]
  return h('fieldset', { disabled: model.phase === 'starting' },
    h('legend', {}, 'Update'),
    ...entries.flatMap(([kind, text, detail]) => [
      h('label', { class: 'choice' },
        h('input', {
          id: `scope-${kind}`, type: 'radio', name: 'scope', checked: kind === settings.scope, onchange: () => session.set({ scope: kind }),
        }),
        h('span', {}, text), h('span', { class: 'detail' }, detail)),
      kind === 'pages' && settings.scope === 'pages' && pages(session),
    ]))
}

function pages(session: Session): HTMLElement {
  const { file, settings } = session.model
  const chosen = new Set(settings.pages)
  const toggle = (id: string) => {
    if (!chosen.delete(id)) chosen.add(id)
    // In the order of the file, whatever the order of the clicks.
    session.set({ pages: (file?.pages ?? []).map((page) => page.id).filter((page) => chosen.has(page)) })
  }
  return h('div', { class: 'pages', role: 'group', 'aria-label': 'Pages' }, ...(file?.pages ?? []).map(({ id, name }) =>
    h('label', { class: 'choice' },
      h('input', { id: `page-${id}`, type: 'checkbox', checked: chosen.has(id), onchange: () => toggle(id) }), h('span', {}, name))))
}

/** One choice for each group of themes; until one is touched, those marked active count. */
function themes(session: Session): HTMLElement | null {
  const { model } = session
  const all = model.server?.themes ?? []
  if (all.length === 0) return null
  const groups = new Map<string, Theme[]>()
  for (const theme of all) groups.set(theme.group ?? '', [...(groups.get(theme.group ?? '') ?? []), theme])
  const chosen = new Set(chosenThemes(model))
  const choose = (group: Theme[], label: string) => {
    const others = [...chosen].filter((one) => !group.some((theme) => theme.label === one))
    session.set({ themes: label === '' ? others : [...others, label] })
  }
  return h('fieldset', { disabled: model.phase === 'starting' },
    h('legend', {}, 'Themes'),
    ...[...groups].map(([name, group]) =>
      h('label', { class: 'theme' }, h('span', {}, name === '' ? 'Theme' : name),
        h('select', { id: `theme-${name}`, onchange: (event) => choose(group, (event.target as HTMLSelectElement).value) },
          h('option', { value: '' }, 'None'),
          ...group.map((theme) => h('option', { value: theme.label, selected: chosen.has(theme.label) }, theme.name))))))
}

export function chosenThemes(model: Model): string[] {
  return model.settings.themes ?? (model.server?.themes ?? []).filter((theme) => theme.active).map((theme) => theme.label)
}
