interface Held {
  /** How many hold it. */
  count: number;
  restore(): void;
}

const held = new WeakMap<Document, Held>();

/** Keeps a page where it is until the result is called, the bar at its side included. The last of several gives it back. */
export function holdScroll(page: Document): () => void {
  const hold = held.get(page) ?? { count: 0, restore: stop(page) };
  held.set(page, hold);
  hold.count += 1;
  return () => {
    hold.count -= 1;
    if (hold.count > 0) return;
    held.delete(page);
    hold.restore();
  };
}

function stop({ documentElement: root, body, defaultView }: Document): () => void {
  // The window scrolls by what its root says, and where that says nothing by what the body does.
  const scroller = defaultView?.getComputedStyle(root).overflow === 'visible' ? body : root;
  const bar = (defaultView?.innerWidth ?? 0) - root.clientWidth;
  const before = [scroller.style.overflow, root.style.scrollbarGutter] as const;
  scroller.style.overflow = 'hidden';
  // Without its bar the page would be wider, and everything in it elsewhere.
  if (bar > 0) root.style.scrollbarGutter = 'stable';
  return () => {
    [scroller.style.overflow, root.style.scrollbarGutter] = before;
  };
}
