export { type BalanceState, type BalanceWatch, type BalanceWatchOptions, createBalanceState, type Price } from './core/balance.js';
export { type Client, type ClientOptions, createClient } from './core/client.js';
export { type Billed, BytespikeError, type BytespikeErrorCode, isBytespikeError } from './core/errors.js';
export type { ImageEditInput, ImageEditRequest, Images } from './core/images.js';
export type { TaskReference, Tasks } from './core/tasks.js';
