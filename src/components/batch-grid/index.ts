export { BatchGrid, type BatchGridProps, type BatchGridState } from './BatchGrid.js';
export type { BatchAcross } from './layout.js';
