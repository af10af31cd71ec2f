import type { Counts } from '../../shared/protocol'

/** 1234567 as 1,234,567. */
export function number(value: number): string {
  return value.toLocaleString('en-US')
}

/** "1 layer", "2 layers". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`
}

/** What the user reads first about a run that has ended. */
export function headline(kind: 'apply' | 'revert', dry: boolean, state: string, counts: Counts): string {
  if (state === 'cancelled') return `Cancelled: ${count(counts.written, 'layer')} written`
  if (kind === 'revert') return `Taken back: ${count(counts.written, 'layer')} written`
  if (dry) return counts.changed === 0 ? 'Nothing would change' : `${count(counts.changed, 'layer')} would change`
  return counts.changed === 0 ? 'Everything is up to date' : `Done: ${count(counts.written, 'layer')} written`
}
