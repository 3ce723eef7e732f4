'use client';

import type { ReactNode } from 'react';
import { loadOnce } from '../../core/base/load-once.js';
import type { BatchState } from '../../core/batch/states.js';
import { englishBatch } from '../../react/words/batch.js';
import { useWords } from '../../react/words/useWords.js';
import { type StyleProps, useRoot } from '../element.js';
import { usePart } from '../use-part.js';
import { Waiting } from '../Waiting.js';
import type { FormSettings } from './settings.js';

const form = loadOnce(async () => (await import('./Form.js')).Form);
const english = { batch: englishBatch };

/**
 * What many prompts by many models need, with the price of all of them: prompts one a line, or of a table that is
 * pasted, or a template and its values; the models; and what is asked of all. What it begins is all of the hook's; all
 * but the frame of it is loaded once it is on the page.
 *
 * @example
 * const batch = useBatch({ persist: 'products' });
 * <BatchForm batch={batch} persist="products" />
 * <BatchGrid batch={batch} />
 */
export function BatchForm(props: BatchFormProps): ReactNode {
  const { status } = props.batch;
  const { batch: words } = useWords(english).messages;
  const { Component, hasFailed, again } = usePart(form);
  return useRoot<BatchFormState>('bs-batch-form', { status }, props, {
    role: 'group',
    'aria-label': props.label ?? words.label,
    'data-status': status,
    children: Component === undefined ? <Waiting said={words} hasFailed={hasFailed} onAgain={again} /> : <Component {...props} />,
  });
}

export interface BatchFormProps extends FormSettings, StyleProps<BatchFormState, HTMLDivElement> {}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface BatchFormState {
  /** Of the batch. */
  status: BatchState['status'];
}
