export type { PromptCall, PromptDraft, PromptRequest, PromptSubmission } from '../../core/draft/index.js';
export { PromptForm, type PromptFormProps, type PromptFormState } from './PromptForm.js';
export type { CostPreviewRenderProps, ModelPickerRenderProps, RenderProp } from './render-props.js';
