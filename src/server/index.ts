export { toNodeHandler, type NodeHandler } from './node.js';
export type { FinishedAsset, OnAsset } from './finish.js';
export { createMemoryStore, type MemoryStoreOptions } from './memory-store.js';
export type { Caps } from './caps.js';
export type { Authorization, Authorize, KeySource, Logger, ProxyEvent, ProxyOptions, SharedProxyOptions } from './options.js';
export { createProxy, type Proxy } from './proxy.js';
export type { Endpoint, Exposable } from './routes.js';
export type { Concern, Limits, Outcome, ProxyStore, Reservation, TaskLink, Verdict } from './store.js';
export type { TextOptions } from './text-fields.js';
