import type { SavedRun } from '../shared/bridge'
import { Fnv64 } from '../shared/hash'
import { RUNS_REMEMBERED } from '../shared/limits'

/**
 * What outlives the plugin, in Figma's storage on this machine: the run that was not finished in this
 * file, and the port.
 *
 * Figma tells no plugin which file it is in; its name and the ids of its pages have to do. Two files
 * that agree in both are told apart by the person who is asked whether to resume.
 */
const RUN = 'run:'
const PORT = 'port'
const DEFAULT_PORT = 7777

function fileKey(): string {
  const hash = new Fnv64()
  hash.add(figma.root.name)
  for (const page of figma.root.children) hash.add(page.id)
  return RUN + hash.hex()
}

export class Storage {
  /** Kept from the start: pages may come and go while a run is under way. */
  private readonly key = fileKey()

  async savedRun(): Promise<SavedRun | null> {
    return ((await figma.clientStorage.getAsync(this.key)) as SavedRun | undefined) ?? null
  }

  async saveRun(run: SavedRun): Promise<void> {
    await this.makeRoom()
    await figma.clientStorage.setAsync(this.key, run)
  }

  async forgetRun(): Promise<void> {
    await figma.clientStorage.deleteAsync(this.key)
  }

  async port(): Promise<number> {
    const port: unknown = await figma.clientStorage.getAsync(PORT)
    return typeof port === 'number' ? port : DEFAULT_PORT
  }

  async savePort(port: number): Promise<void> {
    await figma.clientStorage.setAsync(PORT, port)
  }

  /** Files that are never opened again leave their runs behind: the oldest goes. */
  private async makeRoom(): Promise<void> {
    const keys = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(RUN) && key !== this.key)
    if (keys.length < RUNS_REMEMBERED) return
    const began = await Promise.all(
      keys.map(async (key) => ((await figma.clientStorage.getAsync(key)) as SavedRun | undefined)?.began ?? 0),
    )
    const oldest = keys[began.indexOf(Math.min(...began))]
    if (oldest !== undefined) await figma.clientStorage.deleteAsync(oldest)
  }
}
