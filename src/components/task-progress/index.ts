export { TaskProgress, type TaskProgressProps, type TaskProgressState } from './TaskProgress.js';
