interface RingOn {
  stage: HTMLElement;
  plane: HTMLElement;
  ring: HTMLElement;
  /** Width of the brush as a part of the width of the picture; `undefined` where nothing is painted. */
  width: () => number | undefined;
}

/** Shows around a pointer that hovers how wide the brush is. It moves with the pointer and not after it, and renders nothing. */
export function listenToRing({ stage, plane, ring, width }: RingOn): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const hide = () => void (ring.hidden = true);

  function show({ pointerType, clientX, clientY }: PointerEvent): void {
    const part = width();
    if (part === undefined || pointerType === 'touch') return hide();
    const box = stage.getBoundingClientRect();
    const across = part * plane.getBoundingClientRect().width;
    ring.hidden = false;
    Object.assign(ring.style, { width: `${across}px`, height: `${across}px`, transform: `translate(${clientX - box.left - across / 2}px, ${clientY - box.top - across / 2}px)` });
  }

  hide();
  stage.addEventListener('pointermove', show, { signal });
  stage.addEventListener('pointerdown', show, { signal });
  stage.addEventListener('pointerleave', hide, { signal });
  return () => stop.abort();
}
