export type { ImageRecord } from './core/image-store.js';
export { type SubmittedRecord, type TaskRecord, type TaskStore, taskStore } from './core/store.js';
