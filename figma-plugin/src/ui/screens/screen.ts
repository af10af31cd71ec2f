/** What is on screen: the body, and the buttons below it. */
export interface Screen {
  body: (HTMLElement | null)[]
  actions: HTMLElement[]
}
