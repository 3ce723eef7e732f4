export type { Reuse } from './core/draft/reuse.js';
export { requestFor, type Reused } from './core/draft/next-request.js';
