import type { FrameText, RunOrder, ScanOrder } from '../shared/bridge'
import type { Scope } from '../shared/protocol'
import { Lister, type Listing } from './listing'
import { Reader } from './reading'
import type { Slices } from './slices'

/** Members of a frame after its type, without the closing brace. */
function members(value: Record<string, unknown>): string {
  return JSON.stringify(value).slice(1, -1)
}

/**
 * Everything that is to be read, one frame at a time: page by page, chunk by chunk. The ids of one
 * page are all that is kept between two frames.
 */
export async function* scan(order: RunOrder, from: ScanOrder, slices: Slices): AsyncGenerator<FrameText> {
  if (order.scope === null || from.scanned) return
  const reader = new Reader(order.namespace, order.reads, order.limits, slices)
  const done = new Set(from.donePages)
  const frame = (t: FrameText['t'], page: string, n: number, nodes: number, text: string): FrameText =>
    ({ t, page, n, nodes, text })
  let n = from.next

  for (const page of pagesOf(order.scope)) {
    if (done.has(page)) continue
    const listing = await listPage(page, order, slices)
    const { ids, hash } = listing
    yield frame('page.begin', page, 0, ids.length, members({ page, candidates: ids.length, hash }))
    let index = from.at?.page === page && from.at.hash === hash ? Math.min(from.at.index, ids.length) : 0
    while (index < ids.length) {
      const chunk = await reader.chunk(ids, index)
      const head = members({ page, n, from: index, to: chunk.to })
      yield frame('nodes', page, n, chunk.nodes, `${head},"nodes":[${chunk.text}]`)
      n++
      index = chunk.to
    }
    yield frame('page.end', page, 0, 0, members({ page }))
  }
  yield frame('scan.end', '', 0, 0, '')
}

function pagesOf(scope: Scope): string[] {
  switch (scope.kind) {
    case 'document':
      return figma.root.children.map((page) => page.id)
    case 'pages':
      return scope.pages
    case 'nodes':
      return [scope.page]
  }
}

async function listPage(id: string, order: RunOrder, slices: Slices): Promise<Listing> {
  const page = await figma.getNodeByIdAsync(id)
  // Deleted while the run was under way: there is nothing on it.
  if (page === null || page.type !== 'PAGE') return { ids: [], hash: '' }
  await page.loadAsync()
  const withInstances = order.dry || order.instances !== 'components'
  const selected = order.scope?.kind === 'nodes' ? order.scope.nodes : null
  return new Lister(order.namespace, withInstances, slices).list(page, selected)
}
