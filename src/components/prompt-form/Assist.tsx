import { type ReactNode, useRef, useState } from 'react';
import { englishAssist } from '../../react/words/assist.js';
import { englishErrors, wordsOfError } from '../../react/words/errors.js';
import { useWords } from '../../react/words/useWords.js';
import type { PromptAssist } from './use-prompt-form.js';

const english = { assist: englishAssist, errors: englishErrors };

/** Below a prompt: has it made better, and shows what came of it until the person takes it or keeps theirs. */
export default function Assist({ assist, prompt, onPrompt }: AssistProps): ReactNode {
  const { assist: words, errors } = useWords(english).messages;
  const root = useRef<HTMLDivElement>(null);
  const [taken, setTaken] = useState<{ before: string; after: string }>();
  const { status, suggestion, error } = assist;
  const isStreaming = status === 'streaming';
  const failure = status === 'failed' && error !== undefined ? wordsOfError(errors, error.code, 'api_error')({ message: error.message, field: error.field }) : undefined;

  /** The button that was pressed goes away: the focus returns to where it is about. */
  const settle = (next: string | undefined, before?: string) => {
    if (next !== undefined) onPrompt(next);
    setTaken(next === undefined || before === undefined ? undefined : { before, after: next });
    root.current?.closest('form')?.querySelector('textarea')?.focus();
  };

  return (
    <div ref={root} role="group" aria-label={words.title} className="bs-form-assist" data-status={status}>
      <div className="bs-form-assist-row">
        <button type="button" className="bs-button" disabled={!isStreaming && prompt.trim() === ''} onClick={() => (isStreaming ? assist.stop() : void assist.improve(prompt).catch(() => {}))}>
          {isStreaming ? words.stop : words.improve}
        </button>
        {taken?.after === prompt && (
          <button type="button" className="bs-button" onClick={() => settle(taken.before)}>
            {words.undo}
          </button>
        )}
      </div>
      <div role="status" className="bs-form-hint">
        {isStreaming && words.improving}
        {failure !== undefined && `${failure.title}. ${failure.advice}`}
        {suggestion !== undefined && (
          <>
            {words.suggestion}
            <p dir="auto" className="bs-form-suggestion">
              {suggestion}
            </p>
          </>
        )}
      </div>
      {/* It is read out once it is whole. */}
      {isStreaming && assist.text !== '' && (
        <p dir="auto" aria-hidden className="bs-form-suggestion">
          {assist.text}
        </p>
      )}
      {suggestion !== undefined && (
        <div className="bs-form-assist-row">
          <button type="button" className="bs-button" onClick={() => settle(assist.accept(), prompt)}>
            {words.use}
          </button>
          <button
            type="button"
            className="bs-button"
            onClick={() => {
              assist.dismiss();
              settle(undefined);
            }}
          >
            {words.keep}
          </button>
        </div>
      )}
    </div>
  );
}

interface AssistProps {
  assist: PromptAssist;
  prompt: string;
  onPrompt: (prompt: string) => void;
}
