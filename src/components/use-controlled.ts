import { useState } from 'react';

/** A value that the page holds when it gives one, and that is held here when it does not. */
export function useControlled<T, Initial = T>(
  given: T | undefined,
  initial: T | Initial,
  onChange: ((value: T) => void) | undefined,
): [T | Initial, (value: T) => void] {
  const [own, setOwn] = useState(initial);
  const change = (value: T) => {
    setOwn(value);
    onChange?.(value);
  };
  return [given ?? own, change];
}
