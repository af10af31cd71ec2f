import type { Notice } from '../model'
import { h } from './dom'

export function noticeBox(notice: Notice | null): HTMLElement | null {
  if (notice === null) return null
  return h('div', { class: `notice ${notice.tone}`, role: notice.tone === 'error' ? 'alert' : null },
    h('p', {}, notice.text), notice.help !== '' && h('p', { class: 'quiet' }, notice.help))
}

export function bar(fraction: number | null, label: string): HTMLElement {
  const percent = fraction === null ? null : Math.floor(fraction * 100)
  return h('div', {
    class: percent === null ? 'bar unknown' : 'bar', role: 'progressbar', 'aria-label': label,
    'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent,
  }, h('div', { style: `width: ${percent ?? 30}%` }))
}

export function numbers(entries: readonly (readonly [string, string])[]): HTMLElement {
  return h('dl', { class: 'numbers' }, ...entries.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))))
}
