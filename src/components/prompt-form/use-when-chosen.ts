import { useEffect, useRef, useState } from 'react';

/**
 * A press that comes while the model is still being chosen is carried out once, as soon as it is known
 * how that ends. Whoever wishes for something else by then presses again.
 *
 * @param wish what says the same for the same wish
 */
export function useWhenChosen(isChoosing: boolean, wish: string, submit: () => void): { isWaiting: boolean; press: () => void } {
  const pressed = useRef<string>(undefined);
  const [awaited, setAwaited] = useState<string>();
  // When the model is chosen anew, nobody has pressed yet.
  if (!isChoosing && awaited !== undefined) setAwaited(undefined);
  useEffect(() => {
    if (isChoosing || pressed.current === undefined) return;
    const isStillMeant = pressed.current === wish;
    pressed.current = undefined;
    if (isStillMeant) submit();
  });
  return {
    isWaiting: isChoosing && awaited === wish,
    press() {
      if (!isChoosing) return submit();
      pressed.current = wish;
      setAwaited(wish);
    },
  };
}
