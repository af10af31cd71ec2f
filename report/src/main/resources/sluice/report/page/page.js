
'use strict'
// Without this script everything is there to read; it adds filters, arrow keys in maps and wipes.

// A field that leaves only items with its words.
for (const field of document.querySelectorAll('[data-filters]')) {
  const items = [...document.getElementById(field.dataset.filters).querySelectorAll('[data-item]')]
  const texts = items.map((item) => item.textContent.toLowerCase())
  const found = document.getElementById(`${field.id}-found`)
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter((word) => word !== '')
    let count = 0
    items.forEach((item, index) => {
      const shown = words.every((word) => texts[index].includes(word))
      item.hidden = !shown
      if (shown) count++
    })
    const { one, many } = field.dataset
    found.textContent = words.length === 0 ? '' : `${count} of ${items.length} ${items.length === 1 ? one : many}`
  })
  field.closest('search').hidden = false
}

// One cell of a map is in the order of Tab; arrow keys lead to the others.
for (const map of document.querySelectorAll('.map')) {
  const cells = [...map.querySelectorAll('.cell')]
  const told = map.parentElement.querySelector('.told')
  const tell = (cell) => {
    told.textContent = cell.querySelector('title').textContent
  }
  map.addEventListener('keydown', (event) => {
    const at = cells.indexOf(document.activeElement)
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: cells.length - 1 }[event.key]
    if (at < 0 || to === undefined || cells[to] === undefined) return
    event.preventDefault()
    cells[at].setAttribute('tabindex', '-1')
    cells[to].setAttribute('tabindex', '0')
    cells[to].focus()
  })
  for (const cell of cells) {
    cell.addEventListener('focus', () => tell(cell))
    cell.addEventListener('pointerenter', () => tell(cell))
  }
}

// After over before, as far as the wipe says.
for (const compare of document.querySelectorAll('.compare')) {
  const sides = compare.parentElement.querySelector('.sides')
  const wipe = compare.querySelector('.wipe')
  const range = wipe.querySelector('input')
  compare.querySelector('[data-overlay]').addEventListener('change', (event) => {
    sides.classList.toggle('laid', event.target.checked)
    wipe.hidden = !event.target.checked
  })
  range.addEventListener('input', () => sides.style.setProperty('--wipe', `${range.value}%`))
  compare.hidden = false
}

// The section that is looked at.
const links = new Map([...document.querySelectorAll('.bar nav a')].map((link) => [link.hash.slice(1), link]))
const watch = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue
    for (const [id, link] of links) {
      if (id === entry.target.id) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
    }
  }
}, { rootMargin: '-20% 0px -75% 0px' })
for (const id of links.keys()) watch.observe(document.getElementById(id))

// Paper cannot be unfolded.
let folded = []
addEventListener('beforeprint', () => {
  folded = [...document.querySelectorAll('details:not([open])')]
  for (const one of folded) one.open = true
})
addEventListener('afterprint', () => {
  for (const one of folded) one.open = false
})
