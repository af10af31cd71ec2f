import { AT_ONCE_MAX } from '../shared/limits'

/** Layers by id, at most thirty; null where there is none. The caller lets go of them soon. */
export function nodesById(ids: readonly string[]): Promise<(BaseNode | null)[]> {
  return Promise.all(ids.map((id) => figma.getNodeByIdAsync(id).catch(() => null)))
}

/** Cuts a list into groups that may be asked for at once. */
export function* groups<T>(items: readonly T[]): Generator<T[]> {
  for (let from = 0; from < items.length; from += AT_ONCE_MAX) yield items.slice(from, from + AT_ONCE_MAX)
}
