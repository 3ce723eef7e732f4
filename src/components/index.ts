export { AssetViewer, type AssetViewerProps, type AssetViewerState } from './asset-viewer/AssetViewer.js';
export type { StyleProps } from './element.js';
export type { Generation, GenerationStatus, ImageGeneration, VideoGeneration } from './generation.js';
export { TaskProgress, type TaskProgressProps, type TaskProgressState } from './task-progress/TaskProgress.js';
