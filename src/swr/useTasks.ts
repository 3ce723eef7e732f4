export { useTasks } from '../react/useTasks.js';
