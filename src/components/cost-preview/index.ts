export { CostPreview, type CostPreviewProps } from './CostPreview.js';
export { type CostPreviewInput, type CostPreviewState, type CostPreviewStatus, previewCost, type PreviewedBalance, type PreviewedCost } from './preview.js';
