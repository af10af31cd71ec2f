/** Every bound of the plugin, in one place. What the server asks for may be less, never more. */

/** One frame between plugin and server, in bytes of UTF-8. */
export const FRAME_BYTES_MAX = 1_048_576

/** One message between the two halves of the plugin, in bytes of JSON. */
export const MESSAGE_BYTES_MAX = 512 * 1024

/** Nodes in a chunk that is sent. */
export const NODES_PER_CHUNK_MAX = 500

/** Text of the nodes of a chunk, in bytes of UTF-8; in memory a letter takes two. */
export const CHUNK_BYTES_MAX = 256 * 1024

/** Work in one go before Figma gets its turn, in milliseconds. */
export const SLICE_MILLIS = 8

/** Nodes, fonts or variables that are asked for at once. */
export const AT_ONCE_MAX = 30

/** Children from which on a layer is opened, and searched child by child. */
export const CHILDREN_OPENED = 100

/** Chunks that may be on their way: sent, and not processed by the server. */
export const CREDITS_MAX = 4

/** Patches whose answers are kept, in case the connection broke before they arrived. */
export const ANSWERS_KEPT = 4

/** Patches under way that are not written yet; the server sends at most two. */
export const PATCHES_MAX = 4

/** Pieces of a text with mixed values; texts with more are told apart by the server. */
export const SEGMENTS_MAX = 1_000

/** What may wait in the socket before the plugin stops reading nodes, in bytes. */
export const BUFFERED_BYTES_MAX = 1_048_576

/** Selected layers a run can be limited to. */
export const SELECTION_MAX = 10_000

/** Fonts remembered as loaded or missing; beyond this they are asked for again. */
export const FONTS_REMEMBERED = 2_000

/** Errors, and layers left alone, that are kept to be shown. The counts are exact. */
export const FINDINGS_SHOWN = 200

/** Runs that were not finished, remembered over all files. */
export const RUNS_REMEMBERED = 16

/** Rows of a list in the window. */
export const ROWS_SHOWN = 200

/** Errors told in one answer; their messages are cut, so that the answer fits into a frame. */
export const ERRORS_PER_ANSWER = 1_000

/** Letters of an error message. */
export const MESSAGE_LETTERS = 300
