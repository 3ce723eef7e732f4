export { keys } from '../core/keys.js';
export { useImageEdit } from './useImageEdit.js';
export { useImageGeneration } from './useImageGeneration.js';
export { useTasks } from './useTasks.js';
export { useVideoTask } from './useVideoTask.js';
