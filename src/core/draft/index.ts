export { chosenModel, type DraftField, type PromptDraft, withModel } from './draft.js';
export { type ChoiceField, type ChoiceName, commonFields, type DraftFields, fieldsOf, type Shape, type TextName, type WholeField, type WholeName, withoutImage } from './fields.js';
export { type DraftChange, type DraftValues, fitDraft, type FittedDraft, isWithin } from './fit.js';
export { type DraftIssue, imageIssue, PROMPT_LIMIT, promptIssue, REFERENCE_BYTES, REFERENCE_TYPES, requestIssue, wholeIssue } from './issues.js';
export { betterLanguage } from './language.js';
export { briefOf, callOf, openDraft, type PromptCall, type PromptRequest, requestOf } from './request.js';
export { type RecommendedPick, type ResolvedDraft, resolveDraft } from './resolve.js';
export { draftFrom } from './from-request.js';
