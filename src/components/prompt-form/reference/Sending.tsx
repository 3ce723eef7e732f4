import type { ReactNode } from 'react';
import { formatNumber } from '../../../react/format.js';
import { englishUploads } from '../../../react/words/uploads.js';
import { useWords } from '../../../react/words/useWords.js';
import type { ControlProps } from '../Field.js';

const english = { uploads: englishUploads };

/** In the place of a picture's name, while it is on its way: how far it is, and a way to stop it. */
export function Sending({ control, progress, onCancel }: SendingProps): ReactNode {
  const { locale, messages } = useWords(english);
  const { uploads } = messages;
  const text = progress > 0 ? uploads.sending(formatNumber(progress, locale, { style: 'percent' })) : uploads.preparing;
  return (
    <>
      <span className="bs-form-file">
        <progress className="bs-form-sent" aria-label={uploads.preparing} aria-valuetext={text} value={progress} />
        {text}
      </span>
      <button {...control} type="button" className="bs-button" onClick={onCancel}>
        {uploads.cancel}
      </button>
    </>
  );
}

export interface SendingProps {
  control: ControlProps;
  /** From 0 to 1; 0 while it is made ready. */
  progress: number;
  onCancel: () => void;
}
