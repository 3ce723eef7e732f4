import { type ReactNode, type RefObject, useId } from 'react';
import type { ImageConversationResult } from '../../react/conversation-result.js';
import { Field, IssuesProvider } from '../prompt-form/Field.js';
import { Growing } from '../prompt-form/PromptField.js';
import { ReferenceImage } from '../prompt-form/reference/ReferenceImage.js';
import { useImageDrop } from '../prompt-form/reference/use-image-drop.js';
import { useImageTaken } from '../prompt-form/reference/use-image-taken.js';
import { useFormWords } from '../prompt-form/words.js';
import { submitOnShortcut } from '../submit-shortcut.js';
import { Choices } from './Choices.js';
import { Send } from './Send.js';
import { Terms } from './Terms.js';
import type { ComposerStore } from './use-composer.js';
import { useCanvasWords } from './words.js';

/** What is said next, and all that goes with it. */
export function Composer({ form, composer, conversation, onTopUp }: ComposerProps): ReactNode {
  const { conversation: words } = useCanvasWords().messages;
  const fields = useFormWords().messages.form;
  const { draft, change, takes, issues } = composer;
  const { turns, ahead, show, status } = conversation;
  const reasons = useId();
  const take = useImageTaken(composer);
  const drop = useImageDrop(take);
  const isFirst = turns.every((turn) => turn.status !== 'success');
  const newest = status === 'pending' ? undefined : ahead.at(-1);
  return (
    <form
      ref={form}
      // What a server rendered is pressed before somebody listens, too: sent by this method it goes nowhere.
      method="dialog"
      className="bs-canvas-composer"
      onSubmit={(event) => {
        event.preventDefault();
        composer.submit();
      }}
      onKeyDown={submitOnShortcut}
      {...(takes && drop.handlers)}
    >
      <IssuesProvider value={issues}>
        <div className="bs-canvas-ahead" data-empty={newest === undefined ? '' : undefined}>
          <span role="status">{newest !== undefined && words.ahead}</span>
          {newest !== undefined && (
            <button
              type="button"
              className="bs-button"
              onClick={() => {
                show(newest);
                composer.focus();
              }}
            >
              {words.newest}
            </button>
          )}
        </div>
        <Field name="prompt" label={words.next(isFirst)}>
          {(control) => <Growing {...control} rows={2} value={draft.prompt} placeholder={words.example(isFirst)} onText={(prompt) => change({ prompt })} />}
        </Field>
        <div className="bs-canvas-bar">
          <Choices composer={composer} />
          {(takes !== undefined || draft.image !== undefined) && (
            <Field name="image" label={fields.field('image', 'image')} group>
              {(control) => <ReferenceImage control={control} kind="image" image={draft.image} marking={null} isOver={drop.isOver} sending={undefined} onImage={take} onUnreadable={composer.unreadable} />}
            </Field>
          )}
          <Send composer={composer} describedBy={`${reasons} ${reasons}-along`} />
        </div>
        <Terms id={reasons} composer={composer} context={conversation.context} onTopUp={onTopUp} />
      </IssuesProvider>
    </form>
  );
}

interface ComposerProps {
  form: RefObject<HTMLFormElement | null>;
  composer: ComposerStore;
  conversation: ImageConversationResult;
  onTopUp: (() => unknown) | undefined;
}
