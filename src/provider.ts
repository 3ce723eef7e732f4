export type { MessageOverrides, Messages } from './react/words/messages.js';
export { type Appearance, BytespikeProvider, type BytespikeProviderProps } from './react/provider.js';
