import { useEffect, useState } from 'react';
import type { Loaded } from '../core/base/load-once.js';

/** A component that is loaded once it is wanted; `undefined` until it is there, as on a server. */
export function useLoaded<T>(part: Loaded<T>, isWanted: boolean, onFail?: () => void): { Component: T | undefined } {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    if (!isWanted || loaded !== undefined) return;
    let isGone = false;
    part.load().then(
      (value) => isGone || setLoaded(() => value),
      () => isGone || onFail?.(),
    );
    return () => {
      isGone = true;
    };
  }, [part, isWanted, loaded, onFail]);
  return { Component: loaded };
}
