import type { ClipboardEvent, ReactNode } from 'react';
import { granted } from '../../core/base/granted.js';
import { promptsOf, valuesOf } from '../../core/batch/table.js';
import { counted } from '../asset-gallery/words.js';
import { Growing } from '../prompt-form/PromptField.js';
import { issueTexts, repeatsText } from './issue-text.js';
import { ManyField } from './ManyField.js';
import { pastedText } from './pasted.js';
import type { BatchFormStore } from './use-batch-form.js';
import { useBatchFormWords } from './words.js';

/** What to make, a prompt a line. */
export function Prompts({ store }: { store: BatchFormStore }): ReactNode {
  const words = useBatchFormWords();
  const { many } = words.messages;
  const { draft, resolved, shown, change } = store;
  const count = resolved.prompts.length;

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = pastedText(event);
    const rows = resolved.names.length > 0 ? valuesOf(text, resolved.names) : undefined;
    const prompts = rows === undefined ? promptsOf(text) : undefined;
    if (rows === undefined && prompts === undefined) return;
    event.preventDefault();
    if (rows !== undefined) change({ rows });
    else insert(event.currentTarget, prompts ?? [], (next) => change({ text: next }));
  };

  return (
    <ManyField name="prompts" label={many.prompts} aside={count === 0 ? undefined : many.promptsOf(counted(count, words.locale))} hint={many.promptsHint} note={repeatsText(resolved.repeats, words)} problems={issueTexts(shown, 'prompts', words)}>
      {(control) => <Growing {...control} rows={6} value={draft.text} placeholder={many.promptsExample} onPaste={paste} onText={(text) => change({ text })} />}
    </ManyField>
  );
}

/** Puts lines where the cursor is, as lines of their own. */
function insert(area: HTMLTextAreaElement, lines: readonly string[], onText: (text: string) => void): void {
  const { value, selectionStart, selectionEnd, ownerDocument } = area;
  const [before, after] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
  const text = `${/[^\n]$/.test(before) ? '\n' : ''}${lines.join('\n')}${/^[^\n]/.test(after) ? '\n' : ''}`;
  // The one way to write that the person can take back.
  if (granted(() => ownerDocument.execCommand('insertText', false, text)) !== true) onText(before + text + after);
}
