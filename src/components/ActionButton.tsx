import { type ComponentProps, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * A button whose press may take a while. Meanwhile it stays focusable and ignores further presses.
 * What its action throws is dropped on purpose: the hook that owns the call shows it as its state.
 */
export function ActionButton({ label, busyLabel = label, busy = false, name, onPress, focusNext, ...button }: ActionButtonProps): ReactNode {
  const own = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = own.current;
    // Runs while the button still has the focus that it is about to take away with it: within its root, which may be
    // a shadow root or another window's document. Outside of that the host has it, or the frame.
    return () => {
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- whatever it points to at that moment is meant
      if ((element?.getRootNode() as Document | undefined)?.activeElement === element) focusNext?.current?.focus();
    };
  }, [focusNext]);
  // Not a transition: React holds every pending one of a page back until the slowest is done.
  const [isPending, setPending] = useState(false);
  const waiting = isPending || busy;
  const press = async () => {
    if (waiting) return;
    setPending(true);
    try {
      await onPress(own.current);
    } catch {
      // Shown by the state that the caller renders.
    } finally {
      setPending(false);
    }
  };
  return (
    <button
      className="bs-button"
      {...button}
      ref={own}
      type="button"
      aria-disabled={waiting || undefined}
      aria-label={name}
      onClick={() => void press()}
    >
      {waiting ? busyLabel : label}
    </button>
  );
}

interface ActionButtonProps extends Pick<ComponentProps<'button'>, 'className' | 'title' | 'onPointerEnter' | 'onFocus'> {
  label: ReactNode;
  /** @default label */
  busyLabel?: ReactNode;
  /** Whether something else already does what this button does. @default false */
  busy?: boolean | undefined;
  /** Accessible name, where the label alone would not tell two buttons apart. */
  name?: string | undefined;
  /** Gets the button, for what gives the focus back to it. */
  onPress: (button: HTMLButtonElement | null) => unknown;
  /** Gets the focus when the button goes away with it. */
  focusNext?: RefObject<HTMLElement | null> | undefined;
}
