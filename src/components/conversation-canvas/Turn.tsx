import type { ReactNode } from 'react';
import type { ConversationTurn } from '../../core/conversation/states.js';
import type { ImageConversationResult } from '../../react/conversation-result.js';
import { ActionButton } from '../ActionButton.js';
import { AssetViewer } from '../asset-viewer/AssetViewer.js';
import { placeOf } from '../asset-viewer/words.js';
import { Versions } from './Versions.js';
import { TurnEnd } from './TurnEnd.js';
import { useCanvasWords } from './words.js';

/** What was said, and below it what was drawn. */
export function Turn({ turn, index, count, conversation, canGoBack, onEdit, onGoBack, onShow }: TurnProps): ReactNode {
  const { locale, messages } = useCanvasWords();
  const { conversation: words, asset } = messages;
  const { status, prompt, images, forks, key, withPicture } = turn;
  const isLast = index === count - 1;
  const place = placeOf(index, count, locale);
  const task = { ...turn, via: 'sync', ...(isLast && { cancel: conversation.cancel }) } as const;
  return (
    <li className="bs-canvas-turn" data-status={status} aria-label={words.turn(place ?? { index: '1', count: '1' })}>
      <div className="bs-canvas-said">
        <p className="bs-canvas-prompt" dir="auto">
          {prompt}
        </p>
        {withPicture && <span className="bs-fine">{words.withPicture}</span>}
        <div className="bs-canvas-tools">
          {forks.length > 1 && key !== undefined && <Versions forks={forks} shown={key} canGo={canGoBack} onShow={onShow} />}
          {canGoBack && <ActionButton className="bs-button bs-quiet" label={words.edit} name={asset.action(words.edit, place)} onPress={onEdit} />}
        </div>
      </div>
      <div className="bs-canvas-drawn">
        <AssetViewer assets={images} task={task} />
        <TurnEnd turn={turn} task={task} isLast={isLast} place={place} conversation={conversation} onGoBack={canGoBack ? onGoBack : undefined} />
      </div>
    </li>
  );
}

interface TurnProps {
  turn: ConversationTurn;
  /** Counts from 0. */
  index: number;
  count: number;
  conversation: ImageConversationResult;
  /** Not while a turn is being drawn. */
  canGoBack: boolean;
  /** To say it otherwise. */
  onEdit: () => void;
  onGoBack: () => void;
  onShow: (key: string) => void;
}
