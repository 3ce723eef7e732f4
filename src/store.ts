export type { ImageRecord } from './core/records/image-store.js';
export type { SubmittedRecord, TaskRecord, TaskStore } from './core/records/task-store.js';
export { taskStore } from './core/client/task-store.js';
