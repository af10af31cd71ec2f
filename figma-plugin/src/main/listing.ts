import { Fnv64 } from '../shared/hash'
import { CHILDREN_OPENED } from '../shared/limits'
import { groups, nodesById } from './groups'
import type { Slices } from './slices'

/** The ids of one page's layers that carry tokens, in the order they are sent in. */
export interface Listing {
  ids: string[]
  hash: string
}

/** Whether a layer is an instance or lies in one; ids of the latter begin with "I". */
export function inInstance(node: { id: string; type: string }): boolean {
  return node.type === 'INSTANCE' || node.id.startsWith('I')
}

/**
 * Lists the layers of a page, top-level layer by top-level layer with a breath in between: the search
 * is one call that Figma does in one go, and gives a handle for every layer found. Only ids stay.
 *
 * Sections hold whole boards, so they are opened and their layers taken one by one; so are layers with
 * very many children.
 */
export class Lister {
  private readonly outside: string[] = []
  private readonly inside: string[] = []

  constructor(
    private readonly namespace: string,
    private readonly withInstances: boolean,
    private readonly slices: Slices,
  ) {}

  /**
   * @param page loaded before
   * @param selected ids to limit the list to what is in them, or null for all of the page
   */
  async list(page: PageNode, selected: readonly string[] | null): Promise<Listing> {
    const skipped = figma.skipInvisibleInstanceChildren
    // Layers of instances are not wanted: leaving out the hidden ones makes Figma's search far faster.
    figma.skipInvisibleInstanceChildren = !this.withInstances
    try {
      await this.add(selected ?? page.children.map((child) => child.id), selected === null ? null : new Set(selected))
    } finally {
      figma.skipInvisibleInstanceChildren = skipped
    }
    const ids = this.outside.concat(this.inside)
    return { ids, hash: await this.hashOf(ids) }
  }

  private async add(roots: readonly string[], selected: ReadonlySet<string> | null): Promise<void> {
    for (const group of groups(roots)) {
      for (const node of await nodesById(group)) {
        await this.slices.breathe()
        if (node === null || node.type === 'DOCUMENT' || node.type === 'PAGE') continue
        if (selected !== null && isUnder(node, selected)) continue
        this.keep(node)
        const children = childrenToOpen(node)
        if (children !== null) await this.add(children, null)
        else if ('findAllWithCriteria' in node && (this.withInstances || node.type !== 'INSTANCE')) this.search(node)
      }
    }
  }

  private search(node: ChildrenMixin): void {
    for (const found of node.findAllWithCriteria({ sharedPluginData: { namespace: this.namespace } })) {
      this.note(found)
    }
  }

  private keep(node: SceneNode): void {
    if (node.getSharedPluginDataKeys(this.namespace).length > 0) this.note(node)
  }

  private note(node: SceneNode): void {
    if (!inInstance(node)) this.outside.push(node.id)
    else if (this.withInstances) this.inside.push(node.id)
  }

  private async hashOf(ids: readonly string[]): Promise<string> {
    const hash = new Fnv64()
    for (const [index, id] of ids.entries()) {
      if (index % 256 === 0) await this.slices.breathe()
      hash.add(id)
    }
    return hash.hex()
  }
}

/** Ids of the children of a layer that is too large to be searched in one go, or null. */
function childrenToOpen(node: SceneNode): string[] | null {
  if (!('children' in node) || node.type === 'INSTANCE') return null
  const { children } = node
  return node.type === 'SECTION' || children.length > CHILDREN_OPENED ? children.map((child) => child.id) : null
}

/** Whether a layer above is selected too: then this one is found there. */
function isUnder(node: SceneNode, selected: ReadonlySet<string>): boolean {
  for (let above = node.parent; above !== null && above.type !== 'PAGE'; above = above.parent) {
    if (selected.has(above.id)) return true
  }
  return false
}
