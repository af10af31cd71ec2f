import type { ToUi } from '../shared/bridge'
import { SELECTION_MAX } from '../shared/limits'

/** What is selected now; the ids only when they are wanted, for there may be thousands. */
export function selection(withIds: boolean): ToUi {
  const page = figma.currentPage
  const selected = page.selection
  return {
    t: 'selection',
    page: { id: page.id, name: page.name },
    count: selected.length,
    nodes: withIds ? selected.slice(0, SELECTION_MAX).map((node) => node.id) : null,
  }
}

/** Shows a layer: its page, selected and in view. False when it is gone. */
export async function show(id: string): Promise<boolean> {
  const node = await figma.getNodeByIdAsync(id)
  if (node === null || node.type === 'DOCUMENT' || node.type === 'PAGE') return false
  let page: BaseNode | null = node
  while (page !== null && page.type !== 'PAGE') page = page.parent
  if (page === null) return false
  await figma.setCurrentPageAsync(page)
  page.selection = [node]
  figma.viewport.scrollAndZoomIntoView([node])
  return true
}
