import { type ComponentType, useEffect, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import type { ModelListProps } from './ModelList.js';

type List = ComponentType<ModelListProps>;

const list = loadOnce<List>(async () => (await import('./ModelList.js')).default);

/** Starts loading the list before it is asked for. */
export function prefetchList(): void {
  list.load().catch(() => {});
}

/** The list of models, loaded once it is wanted: it weighs ten times what the button does. */
export function useList(isWanted: boolean, onFail: () => void): { Component: List | undefined } {
  const [List, setList] = useState<List | undefined>(list.current);
  useEffect(() => {
    if (!isWanted || List !== undefined) return;
    let isGone = false;
    list.load().then(
      (part) => isGone || setList(() => part),
      () => isGone || onFail(),
    );
    return () => {
      isGone = true;
    };
  }, [isWanted, List, onFail]);
  return { Component: List };
}
