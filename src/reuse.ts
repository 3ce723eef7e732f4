export type { Reuse } from './core/reuse.js';
export { requestFor, type Reused } from './core/reuse-request.js';
