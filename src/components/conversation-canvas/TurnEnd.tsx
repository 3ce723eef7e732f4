import type { ReactNode } from 'react';
import type { ConversationTurn } from '../../core/conversation/states.js';
import type { ImageConversationResult } from '../../react/conversation-result.js';
import type { Place } from '../../react/words/asset.js';
import { ActionButton } from '../ActionButton.js';
import type { ImageGeneration } from '../generation.js';
import { OutcomeText } from '../task-progress/OutcomeText.js';
import { TaskProgress } from '../task-progress/TaskProgress.js';
import { outcomeOf } from '../task-progress/outcome.js';
import { useProgressWords } from '../task-progress/words.js';
import { Pictures } from './Pictures.js';
import { useCanvasWords } from './words.js';

/** Below what was drawn: of the last turn how it goes and how it ended, of an earlier one what it cost, and the way back to it. */
export function TurnEnd({ turn, task, isLast, place, conversation, onGoBack }: TurnEndProps): ReactNode {
  const { conversation: words, asset } = useCanvasWords().messages;
  const progress = useProgressWords();
  const { error, status, images, withPicture, request, chosen } = turn;
  if (!isLast) {
    return (
      <div className="bs-canvas-end">
        <span className="bs-canvas-cost bs-figures">{outcomeOf(task, 'completed', progress, { cancelAsked: false })?.text}</span>
        {onGoBack && <ActionButton label={words.goBack} name={asset.action(words.goBack, place)} onPress={onGoBack} />}
      </div>
    );
  }
  // It is sent as it was: with as many turns as before, of which one cannot be read.
  const isHistoryGone = error?.field === 'history';
  const isPictureGone = (status === 'error' || status === 'unknown') && withPicture && !('image' in request);
  return (
    <>
      {isHistoryGone ? (
        <div role="alert" className="bs-notice" data-tone="bad">
          <OutcomeText {...words.historyGone} />
        </div>
      ) : (
        <TaskProgress task={task} onRetry={isPictureGone ? undefined : conversation.retry} />
      )}
      {isPictureGone && <p className="bs-canvas-end bs-fine">{words.pictureGone}</p>}
      {images.length > 1 && <Pictures count={images.length} chosen={chosen} onChoose={conversation.choose} />}
    </>
  );
}

interface TurnEndProps {
  turn: ConversationTurn;
  /** The same, as what shows a generation takes it. */
  task: ImageGeneration;
  isLast: boolean;
  /** `undefined` for the only one. */
  place: Place | undefined;
  conversation: Pick<ImageConversationResult, 'retry' | 'choose'>;
  onGoBack: (() => void) | undefined;
}
