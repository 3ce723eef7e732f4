import type { ClipboardEvent } from 'react';
import { granted } from '../../core/base/granted.js';

/** What is pasted as text; nothing where a page or its frame may not read it. */
export function pastedText({ clipboardData }: ClipboardEvent): string {
  return granted(() => clipboardData.getData('text/plain')) ?? '';
}
