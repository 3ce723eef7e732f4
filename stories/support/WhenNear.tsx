import { type ReactNode, useEffect, useRef, useState } from 'react';

/** What is drawn once it is scrolled near to: a window of its own loads all of Storybook, and a page with ten of them stood still. */
export function WhenNear({ height, children }: { height: string; children: ReactNode }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && setNear(true), { rootMargin: '100%' });
    watcher.observe(place.current!);
    return () => watcher.disconnect();
  }, []);
  return (
    <div ref={place} style={{ minHeight: height }}>
      {isNear && children}
    </div>
  );
}
