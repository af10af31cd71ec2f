type Child = Node | string | number | null | false

type Attributes = Record<string, string | number | boolean | null | ((event: Event) => void)>

/** An element with attributes, listeners (`onclick`) and children; what is null or false is left out. */
export function h(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null) element.setAttribute(name, String(value))
  }
  for (const child of children) if (child !== null && child !== false) element.append(child instanceof Node ? child : String(child))
  return element
}

export function button(id: string, text: string, onclick: () => void, kind = '', disabled = false): HTMLElement {
  return h('button', { id, type: 'button', class: kind, disabled, onclick }, text)
}

/** Puts new children into an element; what had the keyboard keeps it, and its cursor. */
export function fill(parent: HTMLElement, children: Child[]): void {
  const before = document.activeElement
  const cursor = before instanceof HTMLInputElement ? before.selectionStart : null
  const scrolled = parent.scrollTop
  parent.replaceChildren(...children.filter((child) => child !== null && child !== false).map((child) => (child instanceof Node ? child : String(child))))
  parent.scrollTop = scrolled
  if (before === null || before.id === '' || document.activeElement === before) return
  const after = document.getElementById(before.id)
  after?.focus()
  if (after instanceof HTMLInputElement && cursor !== null) after.setSelectionRange(cursor, cursor)
}
