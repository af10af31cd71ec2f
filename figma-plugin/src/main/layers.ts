import { nodesById } from './groups'

/**
 * Tells whether layers of instances carry tokens of their own.
 *
 * Figma gives a layer of an instance the plugin data of its main component's layer until it has some
 * itself, so the two are compared. The last part of a layer's id is the id of the layer it is made
 * from: "I12:3;45:6" comes from "45:6".
 */
export async function ownData(nodes: readonly SceneNode[], namespace: string): Promise<boolean[]> {
  const origins = await originsOf(nodes)
  return nodes.map((node, index) => {
    const origin = origins[index]
    // A component in a library has no layers here. Not known counts as inherited: left as it is.
    return origin != null && differs(node, origin, namespace)
  })
}

async function originsOf(nodes: readonly SceneNode[]): Promise<(BaseNode | null)[]> {
  const ids = nodes.map((node) => (node.id.startsWith('I') ? node.id.slice(node.id.lastIndexOf(';') + 1) : null))
  const origins = await nodesById(ids.filter((id) => id !== null))
  const mains = await Promise.all(
    nodes.map((node, index) =>
      ids[index] === null && node.type === 'INSTANCE' ? node.getMainComponentAsync().catch(() => null) : null,
    ),
  )
  let next = 0
  return nodes.map((_, index) => (ids[index] === null ? (mains[index] ?? null) : (origins[next++] ?? null)))
}

function differs(node: SceneNode, origin: BaseNode, namespace: string): boolean {
  const keys = node.getSharedPluginDataKeys(namespace)
  if (keys.length !== origin.getSharedPluginDataKeys(namespace).length) return true
  return keys.some((key) => node.getSharedPluginData(namespace, key) !== origin.getSharedPluginData(namespace, key))
}
