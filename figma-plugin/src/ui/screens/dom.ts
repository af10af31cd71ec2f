export type Child = Node | string | number | null | false

type Listener = ((event: Event) => void) | null

type Attributes = Record<string, string | number | boolean | Listener>

/** Listeners that are used, as properties: an element that stays takes over those of the new one. */
const LISTENERS = ['onclick', 'onchange', 'oninput', 'onsubmit', 'ontoggle'] as const

type Listening = Record<(typeof LISTENERS)[number], Listener>

/** An element with attributes, listeners (`onclick`) and children; what is null or false is left out. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') (element as unknown as Listening)[name as keyof Listening] = value
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null) element.setAttribute(name, String(value))
  }
  element.append(...nodesOf(children))
  return element
}

export function button(id: string, text: string, onclick: () => void, kind = '', disabled = false): HTMLElement {
  return h('button', { id, type: 'button', class: kind, disabled, onclick }, text)
}

function nodesOf(children: readonly Child[]): Node[] {
  return children
    .filter((child) => child !== null && child !== false)
    .map((child) => (child instanceof Node ? child : document.createTextNode(String(child))))
}

/**
 * Makes an element's children look like new ones. What is alike stays, so that a click, the keyboard
 * and the place in a list survive while numbers change.
 */
export function fill(parent: Element, children: readonly Child[]): void {
  const wanted = nodesOf(children)
  for (const [index, node] of wanted.entries()) {
    const old = parent.childNodes[index]
    if (old === undefined) parent.append(node)
    else if (isAlike(old, node)) update(old, node)
    else parent.replaceChild(node, old)
  }
  while (parent.childNodes.length > wanted.length) parent.lastChild?.remove()
}

function isAlike(old: Node, wanted: Node): boolean {
  if (!(old instanceof Element) || !(wanted instanceof Element)) return old.nodeType === wanted.nodeType
  return old.tagName === wanted.tagName && old.id === wanted.id
}

function update(old: Node, wanted: Node): void {
  if (!(old instanceof HTMLElement) || !(wanted instanceof HTMLElement)) {
    if (old.nodeValue !== wanted.nodeValue) old.nodeValue = wanted.nodeValue
    return
  }
  for (const name of LISTENERS) (old as unknown as Listening)[name] = (wanted as unknown as Listening)[name]
  for (const { name } of [...old.attributes]) if (!wanted.hasAttribute(name) && !isUsers(name)) old.removeAttribute(name)
  for (const { name, value } of wanted.attributes) if (old.getAttribute(name) !== value && !isUsers(name)) old.setAttribute(name, value)
  fill(old, [...wanted.childNodes])
  if (old instanceof HTMLInputElement) {
    old.checked = wanted.hasAttribute('checked')
    if (document.activeElement !== old) old.value = wanted.getAttribute('value') ?? ''
  }
  if (old instanceof HTMLOptionElement) old.selected = wanted.hasAttribute('selected')
}

/** Whether a list is open is for the user to say. */
function isUsers(name: string): boolean {
  return name === 'open'
}
