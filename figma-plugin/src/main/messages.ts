/** What went wrong, in words. Errors of Figma come from outside of the sandbox: they are no `Error` here. */
export function messageOf(problem: unknown): string {
  const message: unknown = typeof problem === 'object' && problem !== null && 'message' in problem ? problem.message : problem
  return String(message)
}
