import type { ConversationState, TurnInput } from '../core/conversation/states.js';
import type { Asset } from '../core/outcome/asset.js';

/** A conversation that draws: one line of it, and what can be done with it. Actions are the same functions for as long as the hook has the same client and place. */
export interface ImageConversationResult extends ConversationState {
  /**
   * Says what comes next: the last picture is changed, or a first one drawn. The same again while it is
   * under way is one wish.
   * @throws BytespikeError `invalid_param` before any request, for a turn that cannot be sent; `outcome_unknown` when the answer was lost and may be billed
   */
  send(turn: TurnInput): Promise<readonly Asset[]>;
  /**
   * The last turn once more, after it failed or became unknown. Where the proxy may have kept the answer it is asked
   * for under its key, and nothing is made twice; anywhere else it may be billed once more.
   */
  retry(): Promise<readonly Asset[]>;
  /** Which image of the last turn the next one goes on from, from 0. */
  choose(index: number): void;
  /** Goes back to a turn, or before the first one: what is said next goes on from there, as a fork. Nothing is forgotten. */
  rewind(key: string | undefined): void;
  /** Shows the fork that begins with this turn, to its newest end. */
  show(key: string): void;
  /** Stops waiting for the last turn, which may be billed all the same. */
  cancel(): Promise<void>;
  /** Begins another conversation here. The pictures of this one stay in the history. */
  reset(): void;
}
