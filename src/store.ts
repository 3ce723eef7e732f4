export type { ImageRecord } from './core/records/image-store.js';
export { type SubmittedRecord, type TaskRecord, type TaskStore, taskStore } from './core/records/task-store.js';
