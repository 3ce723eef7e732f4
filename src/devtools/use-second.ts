'use client';

import { useEffect, useState } from 'react';

/** Milliseconds since the epoch, anew each second: streams that are open grow. */
export function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
