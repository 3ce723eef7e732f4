export { type BalanceState, type BalanceWatch, type BalanceWatchOptions, createBalanceState, type Price } from './core/money/balance.js';
export { type Client, type ClientOptions, createClient } from './core/client/client.js';
export { type Billed, BytespikeError, type BytespikeErrorCode, isBytespikeError } from './core/base/errors.js';
export type { Images } from './core/images/images.js';
export type { ImageEditInput, ImageEditRequest } from './core/catalog/requests.js';
export type { TaskReference, Tasks } from './core/tasks/tasks.js';
