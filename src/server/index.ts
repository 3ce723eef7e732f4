export { toNodeHandler, type NodeHandler } from './node/node.js';
export type { FinishedAsset, OnAsset } from './results/finish.js';
export { createMemoryStore, type MemoryStoreOptions } from './store/memory-store.js';
export type { Caps } from './spend/caps.js';
export type { Authorization, Authorize, KeySource, Logger, ProxyEvent, ProxyOptions, SharedProxyOptions } from './setup/options.js';
export { createProxy, type Proxy } from './proxy.js';
export type { Endpoint, Exposable } from './calls/routes.js';
export type { Concern, Limits, Outcome, ProxyStore, Reservation, TaskLink, Verdict } from './store/store.js';
export type { TextOptions } from './calls/text-fields.js';
