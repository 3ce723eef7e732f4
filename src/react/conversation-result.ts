import type { ConversationRun, ConversationState } from '../core/conversation/states.js';

/** A conversation that draws: one line of it, and what can be done with it. Actions are the same functions for as long as the hook has the same client and place. */
export interface ImageConversationResult extends ConversationState, Pick<ConversationRun, 'send' | 'retry' | 'choose' | 'rewind' | 'show' | 'cancel' | 'reset'> {
  /** What draws: whose sizes, qualities and prices hold for the next turn. */
  model: string;
}
