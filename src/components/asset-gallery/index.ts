export { AssetGallery, type AssetGalleryProps, type AssetGalleryState, type GalleryStatus, type ListedTasks } from './AssetGallery.js';
export type { GalleryFilter } from './filter.js';
