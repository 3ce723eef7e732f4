import type { PromptsState } from './states.js';

/** Before what was saved is looked at. */
export const noPrompts: PromptsState = { status: 'loading', prompts: [], recent: [], isKept: true };
