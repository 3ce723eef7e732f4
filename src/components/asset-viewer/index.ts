export { isSafeAssetUrl } from '../../core/outcome/asset.js';
export { AssetViewer, type AssetViewerProps, type AssetViewerState } from './AssetViewer.js';
export type { Playback, PlayerProps } from './playback.js';
export type { ReuseHandlers } from './tools/subject.js';
