import type { ReactNode } from 'react';
import type { DraftChange } from '../../core/draft/index.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { changeText } from './change-text.js';
import { useFormWords } from './words.js';

/** Wishes that the model does not grant. The region is always there, so that what appears in it is heard. */
export function Changes({ kind, model, changes }: ChangesProps): ReactNode {
  const words = useFormWords();
  return (
    <div role="status" className="bs-form-changes">
      {changes.length > 0 && (
        <div className="bs-form-note" data-tone="warn">
          <strong className="bs-headline">{words.messages.form.changesTitle(model)}</strong>
          <ul>
            {changes.map((change) => (
              <li key={change.field}>{changeText(change, kind, words)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface ChangesProps {
  kind: GenerationKind;
  /** Name of the model for which they were bent. */
  model: string;
  changes: readonly DraftChange[];
}
