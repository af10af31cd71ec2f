import { CLOSE } from '../shared/protocol'
import type { Notice } from './model'

/** What to tell a person when a connection ends, by its closing code. Null when trying again is all there is to do. */
export function noticeOfClose(code: number, reason: string, resuming: boolean): Notice | null {
  switch (code) {
    case CLOSE.code:
      return resuming
        ? {
            tone: 'error',
            text: 'The server does not know this run.',
            help: 'Start it with the same --state folder as before, or discard the run.',
          }
        : { tone: 'error', text: 'The pairing code is wrong.', help: 'The terminal of “sluice serve” shows it. It is new at each start.' }
    case CLOSE.tooMany:
      return { tone: 'error', text: 'Too many wrong codes.', help: 'Wait a minute, then try again.' }
    case CLOSE.malformed:
    case 1009:
      return {
        tone: 'error',
        text: `Plugin and server do not understand each other${reason === '' ? '' : `: ${reason}`}.`,
        help: 'Use the plugin and the server of the same version. What was written stays; the run can be resumed.',
      }
    default:
      return null
  }
}

export function unreachable(port: number): Notice {
  return {
    tone: 'error',
    text: `Nothing answers at localhost:${port}.`,
    help: 'Start “sluice serve”. In a browser, allow figma.com to reach devices on the local network, then try again.',
  }
}

export const SERVED_ELSEWHERE: Notice = {
  tone: 'error',
  text: 'The connection was taken away again and again.',
  help: 'The run may be open in another window. Close the plugin there, then resume.',
}

export const PAIR_AGAIN: Notice = {
  tone: 'info',
  text: 'The connection to the server is gone.',
  help: 'Type the pairing code that its terminal shows now.',
}
