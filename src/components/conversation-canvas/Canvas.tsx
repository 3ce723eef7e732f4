import { type ReactNode, useRef, useState } from 'react';
import { catalog as builtIn } from '../../core/catalog/catalog.js';
import type { ConversationTurn } from '../../core/conversation/states.js';
import { OutcomeText } from '../task-progress/OutcomeText.js';
import { Said } from '../Said.js';
import { Composer } from './Composer.js';
import type { CanvasSettings } from './settings.js';
import { Turn } from './Turn.js';
import { useComposer } from './use-composer.js';
import { useEndInSight } from './use-end-in-sight.js';
import { useCanvasWords } from './words.js';

/** All of the canvas but its frame. */
export function Canvas({ conversation, catalog = builtIn, balance, onTopUp }: CanvasSettings): ReactNode {
  const { conversation: words } = useCanvasWords().messages;
  const { turns, status, rewind, show, reset } = conversation;
  const form = useRef<HTMLFormElement>(null);
  const composer = useComposer(form, conversation, catalog, balance);
  const log = useEndInSight(turns);
  const [hasBegun, setBegun] = useState(false);
  const isDrawing = status === 'pending';

  /** What was said is to be said otherwise. What came to nothing is in nobody's way; any other is gone back before. */
  const edit = (turn: ConversationTurn, at: number) => {
    if (turn.status === 'success') rewind(turns[at - 1]?.key);
    composer.fill(turn.request);
  };
  const goBack = (turn: ConversationTurn) => {
    rewind(turn.key);
    composer.focus();
  };
  const beginAnew = () => {
    setBegun(true);
    reset();
    composer.focus();
  };

  return (
    <>
      <div className="bs-canvas-head">
        <strong className="bs-headline">{words.label}</strong>
        {turns.length > 0 && (
          <button type="button" className="bs-button bs-quiet" onClick={beginAnew}>
            {words.reset}
          </button>
        )}
      </div>
      {/* A log speaks of all that comes into it, buttons too: what is news its parts say themselves, once. It scrolls, so it can be reached. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls has to be reached by who has no pointer */}
      <div ref={log} role="log" aria-live="off" aria-label={words.label} tabIndex={0} className="bs-canvas-log">
        {turns.length === 0 ? (
          <div className="bs-canvas-empty">
            <OutcomeText {...words.empty} />
          </div>
        ) : (
          <ol className="bs-canvas-turns">
            {turns.map((turn, index) => (
              // By place: a turn gets its key on the way, and what takes the place of another stands where that stood.
              <Turn key={index} turn={turn} index={index} count={turns.length} conversation={conversation} canGoBack={!isDrawing} onEdit={() => edit(turn, index)} onGoBack={() => goBack(turn)} onShow={show} />
            ))}
          </ol>
        )}
      </div>
      <Composer form={form} composer={composer} conversation={conversation} onTopUp={onTopUp} />
      <Said>{isDrawing ? words.sent : hasBegun && turns.length === 0 && words.begun}</Said>
    </>
  );
}
