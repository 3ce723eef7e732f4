import { createStore, type Store } from '../../core/base/observable.js';

/** What is loaded when it is needed, or a moment before. */
interface Parts<Loaded> extends Pick<Store<PartsState<Loaded>>, 'get' | 'subscribe'> {
  /** Begins once; after a failure, anew. */
  load(): void;
}

export interface PartsState<Loaded> {
  status: 'absent' | 'loading' | 'ready' | 'failed';
  loaded: Loaded | undefined;
}

export function createParts<Loaded>(load: () => Promise<Loaded>): Parts<Loaded> {
  const { get, set, subscribe } = createStore<PartsState<Loaded>>({ status: 'absent', loaded: undefined });
  return {
    get,
    subscribe,
    load() {
      const { status } = get();
      if (status === 'loading' || status === 'ready') return;
      set({ status: 'loading', loaded: undefined });
      load().then(
        (loaded) => set({ status: 'ready', loaded }),
        () => set({ status: 'failed', loaded: undefined }),
      );
    },
  };
}
