'use client';

import type { ReactNode } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import type { ConversationState } from '../../core/conversation/states.js';
import { englishConversation } from '../../react/words/conversation.js';
import { useWords } from '../../react/words/useWords.js';
import { type StyleProps, useRoot } from '../element.js';
import { usePart } from '../use-part.js';
import { Waiting } from '../Waiting.js';
import type { CanvasSettings } from './settings.js';

const canvas = loadOnce(async () => (await import('./Canvas.js')).Canvas);
const english = { conversation: englishConversation };

/**
 * A conversation that draws, as a column of turns with a field below: what was said, what was drawn, what it cost,
 * versions to go between, and turns to go back to. What it shows and does is all of the hook's; all but the frame of
 * it is loaded once it is on the page.
 *
 * @example
 * <ConversationCanvas conversation={useImageConversation({ persist: 'cover' })} />
 */
export function ConversationCanvas(props: ConversationCanvasProps): ReactNode {
  const { status } = props.conversation;
  const { conversation: words } = useWords(english).messages;
  const { Component, hasFailed, again } = usePart(canvas);
  return useRoot<ConversationCanvasState>('bs-conversation-canvas', { status }, props, {
    role: 'group',
    'aria-label': words.label,
    'data-status': status,
    children: Component === undefined ? <Waiting said={words} hasFailed={hasFailed} onAgain={again} /> : <Component {...props} />,
  });
}

export interface ConversationCanvasProps extends CanvasSettings, StyleProps<ConversationCanvasState, HTMLDivElement> {}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface ConversationCanvasState {
  /** Of the last turn. */
  status: ConversationState['status'];
}
