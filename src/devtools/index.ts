export { BytespikeDevtools, type BytespikeDevtoolsProps } from './BytespikeDevtools.js';
export { createDevtools, type Devtools, type DevtoolsOptions } from './devtools.js';
export type { Exchange, Traffic } from './traffic.js';
