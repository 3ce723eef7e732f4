export { keys } from '../core/keys.js';
export { useImageGeneration } from './useImageGeneration.js';
export { useVideoTask } from './useVideoTask.js';
