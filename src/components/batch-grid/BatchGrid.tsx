'use client';

import type { ReactNode } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import type { BatchState } from '../../core/batch/states.js';
import { englishBatch } from '../../react/words/batch.js';
import { useWords } from '../../react/words/useWords.js';
import { type StyleProps, useRoot } from '../element.js';
import { usePart } from '../use-part.js';
import { Waiting } from '../Waiting.js';
import type { GridSettings } from './settings.js';

const sheet = loadOnce(async () => (await import('./Sheet.js')).Sheet);
const english = { batch: englishBatch };

/**
 * The contact sheet of a batch: a row for each prompt, a column for each model, and in each cell what came of it, what
 * it cost, or why there is nothing. Above it how far all of it is and what it costs, and what can be done about it. What
 * it shows and does is all of the hook's; all but the frame of it is loaded once it is on the page.
 *
 * @example
 * <BatchGrid batch={useBatch({ persist: 'products' })} />
 */
export function BatchGrid(props: BatchGridProps): ReactNode {
  const { status } = props.batch;
  const { batch: words } = useWords(english).messages;
  const { Component, hasFailed, again } = usePart(sheet);
  return useRoot<BatchGridState>('bs-batch-grid', { status }, props, {
    role: 'group',
    'aria-label': props.label ?? words.label,
    'data-status': status,
    children: Component === undefined ? <Waiting said={words} hasFailed={hasFailed} onAgain={again} /> : <Component {...props} />,
  });
}

export interface BatchGridProps extends GridSettings, StyleProps<BatchGridState, HTMLDivElement> {}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface BatchGridState {
  status: BatchState['status'];
}
