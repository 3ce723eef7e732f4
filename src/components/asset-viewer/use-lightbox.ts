import { type RefObject, useRef, useState } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import type { Lightbox as LightboxComponent } from './lightbox/Lightbox.js';
import { useLoaded } from '../use-loaded.js';
import type { LightboxDoor } from './AssetFigure.js';

interface Lightbox {
  door: LightboxDoor;
  /** Once it is loaded. */
  Component: typeof LightboxComponent | undefined;
  /** Which asset it shows, from 0; `undefined` while it is closed. */
  index: number | undefined;
  setIndex: (index: number | undefined) => void;
  opener: RefObject<HTMLElement | null>;
}

const lightbox = loadOnce(async () => (await import('./lightbox/Lightbox.js')).Lightbox);

/** The large view: loaded when somebody reaches for it, open on one of `count` assets. */
export function useLightbox(given: ExpandedProps, count: number): Lightbox {
  const [own, setOwn] = useState(given.defaultExpanded ?? null);
  const opener = useRef<HTMLElement>(null);
  const expanded = given.expanded === undefined ? own : given.expanded;
  const index = expanded === null || count === 0 ? undefined : Math.min(Math.max(expanded, 0), count - 1);
  const { Component } = useLoaded(lightbox, index !== undefined);

  const setIndex = (next: number | undefined) => {
    setOwn(next ?? null);
    given.onExpandedChange?.(next ?? null);
  };

  const door: LightboxDoor = {
    async open(at, from) {
      try {
        await lightbox.load();
      } catch {
        return false;
      }
      opener.current = from;
      setIndex(at);
      return true;
    },
    prefetch: () => void lightbox.load().catch(() => {}),
  };
  return { door, Component, index, setIndex, opener };
}

/** Which asset is seen large. */
export interface ExpandedProps {
  /** Position of the asset that is seen large, from 0; `null` for none. @default held by the viewer itself */
  expanded?: number | null | undefined;
  /** The one that is seen large at first. @default null */
  defaultExpanded?: number | null | undefined;
  /** Told when the large view opens, moves on and closes. */
  onExpandedChange?: ((position: number | null) => void) | undefined;
  /** Whether the browser's Back closes the large view; `false` where the app's own routes hold what is open. @default true */
  backCloses?: boolean | undefined;
}
