export type { ModelPickerStatus } from './choice.js';
export type { PickableModels, PickedRecommendation } from './given.js';
export { ModelPicker, type ModelPickerProps, type ModelPickerState } from './ModelPicker.js';
