import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { COMPOSED } from './composed.js';

/** Enter alone is a new line; with Ctrl or ⌘ it sends. */
export function submitOnShortcut(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.keyCode === COMPOSED) return;
  event.preventDefault();
  const { currentTarget: form } = event;
  // Through its button, which says that the browser's own checks are not wanted.
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[type=submit]'));
}

/** Whether the key beside Enter is ⌘. */
export const useIsApple = (): boolean => useSyncExternalStore(never, isApplePlatform, () => false);

const never = () => () => {};
const isApplePlatform = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
