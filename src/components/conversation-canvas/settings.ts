import type { Catalog } from '../../core/catalog/model.js';
import type { ImageConversationResult } from '../../react/conversation-result.js';
import type { BalanceResult } from '../../react/hook-results.js';

/** What a canvas shows, and by what it goes. */
export interface CanvasSettings {
  /** The result of `useImageConversation`, whole. */
  conversation: ImageConversationResult;
  /** Sizes, limits and rates: `useModels().catalog`. @default the built-in one */
  catalog?: Catalog | undefined;
  /** The result of `useBalance`: what it does not cover is not sent. @default the gateway decides */
  balance?: Pick<BalanceResult, 'shortfall'> | undefined;
  /** Leads to where money is added; a button when the balance does not cover a turn. @default no such button */
  onTopUp?: (() => unknown) | undefined;
}
