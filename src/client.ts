export type { BalanceWatch, BalanceWatchOptions } from './core/money/balance.js';
export type { BalanceState, Price } from './core/money/balance-view.js';
export { createBalanceState } from './core/client/balance-state.js';
export type { Client } from './core/client/api.js';
export { type ClientOptions, createClient } from './core/client/client.js';
export { type Billed, BytespikeError, type BytespikeErrorCode, isBytespikeError } from './core/base/errors.js';
export type { Images } from './core/images/images.js';
export type { ImageEditInput, ImageEditRequest } from './core/catalog/requests.js';
export type { TaskReference, Tasks } from './core/tasks/tasks.js';
