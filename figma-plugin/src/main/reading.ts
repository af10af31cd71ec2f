import type { Limits, Reads } from '../shared/protocol'
import { utf8Bytes } from '../shared/utf8'
import { inInstance } from './listing'
import { nodesById } from './groups'
import { ownData } from './layers'
import type { Slices } from './slices'
import { NOTHING, valueOf } from './values'

/** Layers as they are sent: the members of a JSON list, and how far they go in the page's ids. */
export interface Chunk {
  /** Layers, separated by commas. */
  text: string
  nodes: number
  /** Index after the last layer. */
  to: number
}

/**
 * Reads layers by id, thirty at once, until a chunk is full. Layers that are gone, or have lost their
 * tokens, are passed over.
 */
export class Reader {
  constructor(
    private readonly namespace: string,
    private readonly reads: Reads,
    private readonly limits: Limits,
    private readonly slices: Slices,
  ) {}

  async chunk(ids: readonly string[], from: number): Promise<Chunk> {
    const texts: string[] = []
    let bytes = 0
    let to = from
    while (to < ids.length && texts.length < this.limits.nodesPerChunk) {
      const room = Math.min(this.limits.atOnce, this.limits.nodesPerChunk - texts.length)
      const group = await nodesById(ids.slice(to, to + room))
      const own = await this.ownOf(group)
      for (const [index, node] of group.entries()) {
        await this.slices.breathe()
        const text = isLayer(node) ? this.nodeText(node, own[index] ?? false) : null
        if (text !== null) {
          // One comma each. The layers that do not fit are fetched again for the next chunk.
          const more = utf8Bytes(text) + 1
          if (texts.length > 0 && bytes + more > this.limits.chunkBytes) return { text: texts.join(','), nodes: texts.length, to }
          texts.push(text)
          bytes += more
        }
        to++
      }
    }
    return { text: texts.join(','), nodes: texts.length, to }
  }

  /** For each of the group whether it has data of its own; only layers of instances are looked up. */
  private async ownOf(group: readonly (BaseNode | null)[]): Promise<boolean[]> {
    const instances = group.filter((node): node is SceneNode => isLayer(node) && inInstance(node))
    if (instances.length === 0) return []
    const own = await ownData(instances, this.namespace)
    let next = 0
    return group.map((node) => (isLayer(node) && inInstance(node) ? (own[next++] ?? false) : false))
  }

  private nodeText(node: SceneNode, own: boolean): string | null {
    const keys = node.getSharedPluginDataKeys(this.namespace)
    if (keys.length === 0) return null
    const data: Record<string, string> = {}
    for (const key of keys) data[key] = node.getSharedPluginData(this.namespace, key)
    const text = JSON.stringify({
      id: node.id,
      type: node.type,
      name: node.name,
      instance: inInstance(node),
      own,
      parent: parentOf(node),
      d: data,
      cur: this.current(node, keys),
    })
    if (utf8Bytes(text) < this.limits.chunkBytes) return text
    return JSON.stringify({ id: node.id, type: node.type, name: node.name.slice(0, 200), tooLarge: true })
  }

  private current(node: SceneNode, keys: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {}
    const read = (field: string) => {
      if (field in values) return
      const value = valueOf(node, field)
      if (value !== NOTHING) values[field] = value
    }
    this.reads.always.forEach(read)
    for (const key of keys) this.reads.keys[key]?.forEach(read)
    return values
  }
}

function isLayer(node: BaseNode | null | undefined): node is SceneNode {
  return node != null && node.type !== 'DOCUMENT' && node.type !== 'PAGE'
}

/** What a layer's size and place depend on: its parent's way of laying out, and size. */
function parentOf(node: SceneNode): Record<string, unknown> | null {
  const parent = node.parent
  if (parent === null) return null
  const told: Record<string, unknown> = { type: parent.type }
  for (const field of ['layoutMode', 'width', 'height']) {
    const value = valueOf(parent, field)
    if (value !== NOTHING) told[field] = value
  }
  return told
}
