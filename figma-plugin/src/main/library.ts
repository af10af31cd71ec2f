import type { ToUi } from '../shared/bridge'
import { turn } from './slices'

/**
 * The token library the file carries in the data of its root, an entry for each message: an entry has
 * at most 100 kB, so each fits into a message and a frame however it is escaped.
 */
export async function sendLibrary(namespace: string, post: (message: ToUi) => void): Promise<void> {
  for (const key of figma.root.getSharedPluginDataKeys(namespace)) {
    post({ t: 'library', data: { [key]: figma.root.getSharedPluginData(namespace, key) }, last: false })
    await turn()
  }
  post({ t: 'library', data: {}, last: true })
}
