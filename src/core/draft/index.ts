export { chosenModel, type DraftField, type PromptDraft, withModel } from './draft.js';
export { type ChoiceField, type ChoiceName, commonFields, type DraftFields, fieldsOf, type Shape, type TextName, type WholeField, type WholeName, withoutImage } from './fields.js';
export { type DraftChange, type DraftValues, fitDraft, type FittedDraft, isWithin } from './fit.js';
export { type DraftIssue, imageIssue, PROMPT_LIMIT, promptIssue, REFERENCE_BYTES, type ReferenceMeans, requestIssue, wholeIssue } from './issues.js';
export { betterLanguage } from './language.js';
export { briefOf, openDraft, type PromptCall, type PromptRequest, type PromptSubmission, requestOf, submissionOf } from './request.js';
export { candidates, takesReference, withReference } from './reference.js';
export { type RecommendedPick, type ResolvedDraft, resolveDraft } from './resolve.js';
export { draftFrom } from './from-request.js';
