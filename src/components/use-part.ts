import { useCallback, useState } from 'react';
import type { Loaded } from '../core/base/load-once.js';
import { useLoaded } from './use-loaded.js';

/** A part of what is on the page, loaded once that is there and wants it. After a failure it is tried again when somebody says so. */
export function usePart<T>(part: Loaded<T>, isWanted = true): { Component: T | undefined; hasFailed: boolean; again: () => void } {
  const [hasFailed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  const { Component } = useLoaded(part, isWanted && !hasFailed, fail);
  return { Component, hasFailed, again: () => setFailed(false) };
}
