import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useBytespike } from '../react/provider.js';
import { layerAround } from './layer-around.js';

/**
 * Where what opens is put, so that it lies on top of what it was opened from: an element of its own
 * at the end of the page, or within the dialog, the fullscreen element or the shadow root around.
 * It stays the same one wherever it is, so that nothing in it is taken down.
 */
export function useLayer(): HTMLElement {
  const [host] = useState(() => {
    const element = document.createElement('div');
    element.className = 'bs-layer';
    element.style.display = 'contents';
    return element;
  });
  return host;
}

/** Finds the place for `host` whenever it opens. It stands before what opens, whose own effects come after. */
export function Layer({ host, isOpen, opener }: LayerProps): ReactNode {
  const { container } = useBytespike();
  const marker = useRef<HTMLSpanElement>(null);
  useFocusGivenBack(host, isOpen, opener);
  useLayoutEffect(() => {
    if (!isOpen || marker.current === null) return;
    const around = layerAround(marker.current);
    const place = container ?? around ?? marker.current.ownerDocument.body;
    if (host.parentNode !== place) place.append(host);
    if (container === undefined && around !== undefined) liftUp(host);
  }, [host, isOpen, container]);
  useEffect(() => () => host.remove(), [host]);
  return <span ref={marker} hidden />;
}

interface LayerProps {
  host: HTMLElement;
  isOpen: boolean;
  /** Gets the focus back. Left out where what opens sees to that before it goes. */
  opener?: RefObject<HTMLElement | null>;
}

/**
 * Before what had it is gone: a dialog around that sees the focus go down with it takes it for itself, that of Base UI
 * once more a frame later. What only closes still hides what is around it until the effects have run.
 */
function useFocusGivenBack(host: HTMLElement, isOpen: boolean, opener: LayerProps['opener']): void {
  const giveBack = useRef(() => {
    const { activeElement } = host.getRootNode() as Document | ShadowRoot;
    if (host.contains(activeElement)) opener?.current?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (!isOpen) giveBack.current();
  }, [isOpen]);
  useLayoutEffect(() => giveBack.current, []);
}

/** In the top layer nothing around clips it, moves it or lies over it. Without popovers it lies within what is around. */
function liftUp(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function' || host.matches(':popover-open')) return;
  host.popover = 'manual';
  Object.assign(host.style, { display: 'block', position: 'fixed', inset: '0 auto auto 0', width: '0', height: '0', margin: '0', border: '0', padding: '0', overflow: 'visible', background: 'none' });
  host.showPopover();
}
