import type { ReactNode, RefObject } from 'react';
import { ActionButton } from '../ActionButton.js';

/** Words in place of tiles, or above them, and the way out if there is one. */
export function Notice({ title, text, action, onAction, focusNext }: NoticeProps): ReactNode {
  return (
    <div className="bs-gallery-notice">
      <strong className="bs-headline">{title}</strong>
      {text !== '' && <span>{text}</span>}
      {action !== undefined && onAction !== undefined && <ActionButton label={action} onPress={onAction} focusNext={focusNext} />}
    </div>
  );
}

interface NoticeProps {
  title: string;
  text: string;
  action?: string | undefined;
  onAction?: (() => unknown) | undefined;
  /** Gets the focus when the button goes away with it. */
  focusNext?: RefObject<HTMLElement | null> | undefined;
}
