export { CompareAssets, type CompareAssetsProps, type CompareAssetsState } from './CompareAssets.js';
export type { CompareMode } from './ModeSwitch.js';
export type { ComparedAsset } from './side.js';
