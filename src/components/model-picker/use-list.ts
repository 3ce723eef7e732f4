import { type ComponentType, useEffect, useState } from 'react';
import type { ModelListProps } from './ModelList.js';

type List = ComponentType<ModelListProps>;

let loaded: List | undefined;
let loading: Promise<List> | undefined;

/** A failed load is tried again by the next one. */
function load(): Promise<List> {
  loading ??= import('./ModelList.js').then(
    (part) => (loaded = part.default),
    (cause: unknown) => {
      loading = undefined;
      throw cause;
    },
  );
  return loading;
}

/** Starts loading the list before it is asked for. */
export function prefetchList(): void {
  load().catch(() => {});
}

/** The list of models, loaded once it is wanted: it weighs ten times what the button does. */
export function useList(isWanted: boolean, onFail: () => void): { Component: List | undefined } {
  const [List, setList] = useState<List | undefined>(() => loaded);
  useEffect(() => {
    if (!isWanted || List !== undefined) return;
    let isGone = false;
    load().then(
      (part) => isGone || setList(() => part),
      () => isGone || onFail(),
    );
    return () => {
      isGone = true;
    };
  }, [isWanted, List, onFail]);
  return { Component: List };
}
