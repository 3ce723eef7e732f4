import type { Catalog } from '../core/catalog/model.js';

// What a flavour brings. A hook that is the same in both stands once, in this room, and is made of these.

/** Runs a call as a mutation of the flavour's own library, under a key of its own. */
export type UseCall = <Request, Result>(key: readonly string[], call: (request: Request) => Promise<Result>) => (request: Request) => Promise<Result>;

/** The catalog as far as the app's own cache knows it. It asks for nothing: `useModels` does. */
export type UseKnownCatalog = () => Catalog;
