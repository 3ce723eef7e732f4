export type { Reuse } from './core/draft/reuse.js';
export { requestFor, type Reused } from './core/draft/next-request.js';
export type { ClipRequest } from './core/draft/clip-request.js';
export { takeFirstFrame } from './core/client/take-first-frame.js';
