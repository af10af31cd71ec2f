import type { Font } from '../../src/shared/protocol'
import type { Clock } from './clock'
import { type Costs, type Criteria, findAll, frozen, layerHandle } from './handle'
import type { FakeDocument, Layer, Page } from './document'
import { HandleCount } from './memory'

/** What can be set about the fake. */
export interface FakeOptions {
  clock: Clock
  costs: Costs
  /** How long Figma takes to answer, in milliseconds; 0 answers without giving anybody a turn. */
  answerMillis: number
  fontMillis: number
  /** Counts handles that are alive; costs time. */
  countsHandles: boolean
}

/**
 * The `figma` object as one running plugin sees it, with dynamic pages: what would make Figma load
 * everything throws, as there. Shared with other runs of the plugin is only the document.
 */
export class FakeFigma {
  readonly mixed = Symbol('figma.mixed')
  readonly clock: Clock
  readonly costs: Costs
  readonly handles = new HandleCount()
  readonly loadedFonts = new Set<string>()
  skipInvisibleInstanceChildren = false
  currentPage: Page
  selection: Layer[] = []
  fontLoads = 0
  /** Most answers that were waited for at one time. */
  pendingMax = 0
  commits = 0
  private pending = 0
  private closed = false

  constructor(
    readonly document: FakeDocument,
    private readonly options: FakeOptions,
  ) {
    this.clock = options.clock
    this.costs = options.costs
    this.currentPage = document.pages[0] as Page
    this.currentPage.loaded = true
  }

  close(): void {
    this.closed = true
  }

  checkAlive(): void {
    if (this.closed) throw new Error('the plugin was closed')
  }

  checkWritable(layer: Layer): void {
    this.checkAlive()
    if (layer.remote) throw new Error('in set: Cannot write to a node in a library')
  }

  fontsOf(layer: Layer): Font[] {
    const pieces = this.document.piecesOf(layer, 'fontName')
    return (pieces?.map((piece) => piece.value) ?? [this.document.value(layer, 'fontName')]) as Font[]
  }

  checkFonts(fonts: readonly Font[], field: string): void {
    for (const { family, style } of fonts) {
      if (!this.loadedFonts.has(`${family} ${style}`)) {
        throw new Error(`in set_${field}: Cannot write to node with unloaded font "${family} ${style}". Please call figma.loadFontAsync`)
      }
    }
  }

  isSkipped(layer: Layer): boolean {
    if (!this.skipInvisibleInstanceChildren) return false
    for (let one: Layer | Page = layer; one.type !== 'PAGE'; one = (one as Layer).parent) {
      if (one.id.startsWith('I') && this.document.value(one as Layer, 'visible') === false) return true
    }
    return false
  }

  handle(of: Layer | Page): object {
    return of.type === 'PAGE' ? this.pageHandle(of as Page) : layerHandle(this, of as Layer)
  }

  track(handle: object): object {
    if (this.options.countsHandles) this.handles.add(handle)
    return handle
  }

  /** An answer that takes a while. */
  async pause(millis: number): Promise<void> {
    this.pending++
    this.pendingMax = Math.max(this.pendingMax, this.pending)
    if (millis > 0) await new Promise<void>((resolve) => this.clock.after(millis, resolve))
    this.pending--
    // A plugin that was closed never hears an answer.
    if (this.closed) await new Promise(() => {})
  }

  private pageHandle(page: Page): object {
    const unloaded = (name: string) => {
      if (!page.loaded) throw new Error(`in ${name}: Cannot access a page that is not loaded. Call page.loadAsync first.`)
    }
    const figma = this
    return this.track({
      id: page.id,
      type: 'PAGE',
      get name() {
        return page.name
      },
      parent: null,
      get children() {
        figma.checkAlive()
        unloaded('children')
        return page.children.map((layer) => figma.handle(layer))
      },
      get selection() {
        return figma.currentPage === page ? (figma.selection.map((layer) => figma.handle(layer)) as { id: string }[]) : []
      },
      set selection(layers: { id: string }[]) {
        figma.selection = layers.map((layer) => figma.document.layers.get(layer.id) as Layer)
      },
      findAllWithCriteria: (criteria: Criteria) => {
        unloaded('findAllWithCriteria')
        return findAll(figma, page, criteria)
      },
      loadAsync: async () => {
        page.loads++
        await figma.pause(page.loaded ? 0 : 20)
        page.loaded = true
      },
    })
  }

  /** The object of the Plugin API. */
  api(host: { ui: object; showUI: (html: string) => void; on: (event: string, callback: () => void) => void }, storage: Map<string, unknown>): object {
    const { document } = this
    const figma = this
    const banned = (name: string) => () => {
      throw new Error(`in ${name}: Cannot call with documentAccess: dynamic-page. Use ${name}Async instead.`)
    }
    const root = {
      id: '0:0',
      type: 'DOCUMENT',
      get name() {
        return document.name
      },
      get children() {
        return document.pages.map((page) => figma.handle(page))
      },
      findAll: banned('findAll'),
      findAllWithCriteria: banned('findAllWithCriteria'),
      getSharedPluginDataKeys: (namespace: string) => [...document.library.keys()].filter(() => namespace === 'tokens'),
      getSharedPluginData: (namespace: string, key: string) => (namespace === 'tokens' ? document.library.get(key) ?? '' : ''),
    }
    return {
      root,
      mixed: this.mixed,
      ui: host.ui,
      showUI: host.showUI,
      on: host.on,
      get currentPage() {
        return figma.handle(figma.currentPage)
      },
      set currentPage(_: unknown) {
        throw new Error('in set_currentPage: Cannot write with documentAccess: dynamic-page. Use setCurrentPageAsync.')
      },
      setCurrentPageAsync: async (page: { id: string }) => {
        const to = document.pages.find((one) => one.id === page.id) as Page
        await this.pause(to.loaded ? 0 : 20)
        to.loaded = true
        this.currentPage = to
      },
      get skipInvisibleInstanceChildren() {
        return figma.skipInvisibleInstanceChildren
      },
      set skipInvisibleInstanceChildren(skip: boolean) {
        figma.skipInvisibleInstanceChildren = skip
      },
      getNodeById: banned('getNodeById'),
      getStyleById: banned('getStyleById'),
      getLocalPaintStyles: banned('getLocalPaintStyles'),
      getNodeByIdAsync: async (id: string) => {
        this.checkAlive()
        this.clock.charge(this.costs.lookUp)
        await this.pause(this.options.answerMillis)
        const page = document.pages.find((one) => one.id === id)
        if (page !== undefined) return this.handle(page)
        const layer = document.layers.get(id)
        return layer === undefined || this.isSkipped(layer) ? null : this.handle(layer)
      },
      loadFontAsync: async (font: Font) => {
        this.fontLoads++
        const name = `${font.family} ${font.style}`
        await this.pause(this.options.fontMillis)
        if (document.missingFonts.has(name)) throw new Error(`in loadFontAsync: The font "${name}" could not be loaded`)
        this.loadedFonts.add(name)
      },
      commitUndo: () => {
        this.checkAlive()
        this.commits++
        document.commit()
      },
      triggerUndo: () => document.undoOpen(),
      viewport: { scrollAndZoomIntoView: () => {} },
      variables: {
        getVariableById: banned('getVariableById'),
        getVariableByIdAsync: async (id: string) => {
          await this.pause(this.options.answerMillis)
          const name = document.variables.get(id)
          return name === undefined ? null : frozen({ id, name })
        },
      },
      clientStorage: {
        getAsync: async (key: string) => {
          await this.pause(1)
          return structuredClone(storage.get(key))
        },
        setAsync: async (key: string, value: unknown) => {
          // Closing the plugin does not lose what was on its way to the disk.
          storage.set(key, structuredClone(value))
          await this.pause(1)
        },
        deleteAsync: async (key: string) => {
          storage.delete(key)
          await this.pause(1)
        },
        keysAsync: async () => {
          await this.pause(1)
          return [...storage.keys()]
        },
      },
    }
  }
}
