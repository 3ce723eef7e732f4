import { type ReactNode, useEffect, useRef } from 'react';
import { useSimulation } from './Simulation.js';

/**
 * A story that has begun when one comes to it: its own buttons are pressed once, in this order, each as soon as it can
 * be. Not after a reload within the story, which begins nothing anew.
 */
export function Begun({ press, children }: { press: readonly string[]; children?: ReactNode }): ReactNode {
  const { life } = useSimulation();
  const story = useRef<HTMLDivElement>(null);
  const left = useRef([...press]);
  useEffect(() => {
    const root = story.current;
    if (life > 0 || root === null) return;
    const go = () => {
      const [name] = left.current;
      const button = name === undefined ? undefined : [...root.querySelectorAll('button')].find((one) => canBePressed(one, name));
      if (button === undefined) return;
      left.current.shift();
      button.click();
      root.dataset['left'] = String(left.current.length);
      go();
    };
    const watcher = new MutationObserver(go);
    watcher.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['disabled', 'aria-disabled'] });
    go();
    return () => watcher.disconnect();
  }, [life]);
  return (
    <div ref={story} className="begun" style={{ display: 'contents' }}>
      {children}
    </div>
  );
}

function canBePressed(button: HTMLButtonElement, name: string): boolean {
  return button.textContent.trim().startsWith(name) && !button.disabled && button.getAttribute('aria-disabled') !== 'true';
}
