import { type ReactNode, useRef } from 'react';
import type { ConversationState } from '../../core/conversation/states.js';
import { formatMoney, formatPlain } from '../../react/format.js';
import { ActionButton } from '../ActionButton.js';
import { Source } from '../cost-preview/Source.js';
import { OutcomeText } from '../task-progress/OutcomeText.js';
import { Choice } from './Choices.js';
import { contextCuts } from './context-cuts.js';
import type { ComposerStore } from './use-composer.js';
import { useCanvasWords } from './words.js';

/** Below the button: what is in its way, what goes along with a turn and that nobody says what that costs, and who says the price. */
export function Terms({ id, composer, context, onTopUp }: TermsProps): ReactNode {
  const { locale, messages } = useCanvasWords();
  const { conversation: words, cost } = messages;
  const { estimate, missing, isBusy, contextTurns, setContextTurns } = composer;
  const line = useRef<HTMLDivElement>(null);
  const number = (value: number) => formatPlain(value, locale);
  const cuts = contextCuts(context);
  const sent = Math.min(context.sent, contextTurns ?? context.sent);
  const isShort = missing > 0;
  const trouble = isShort ? cost.short(formatMoney(missing, locale)) : estimate === undefined ? cost.unpriced({ isRequired: false }) : undefined;
  return (
    <>
      <div ref={line} tabIndex={-1} className="bs-canvas-trouble" data-tone={isShort ? 'bad' : undefined}>
        <div id={id} role="status">
          {trouble !== undefined && <OutcomeText {...trouble} />}
        </div>
        {isShort && onTopUp !== undefined && <ActionButton label={cost.topUp} onPress={onTopUp} focusNext={line} />}
      </div>
      <div className="bs-canvas-terms">
        {cuts.length > 0 && (
          <Choice
            label={words.along}
            // A cut that is none any more, since fewer are left.
            value={contextTurns !== undefined && cuts.includes(contextTurns) ? String(contextTurns) : ''}
            options={[{ value: '', name: context.sent === context.of ? words.all(number(context.of)) : words.last(number(context.sent)) }, ...cuts.map((most) => ({ value: String(most), name: words.last(number(most)) }))]}
            onChange={(most) => setContextTurns(most === '' ? undefined : Number(most))}
          />
        )}
        <p id={`${id}-along`} className="bs-fine bs-figures">
          {isBusy ? words.busy : context.of > 0 && words.context({ sent: number(sent), of: number(context.of) })}
        </p>
        {estimate !== undefined && <Source estimate={estimate} />}
      </div>
    </>
  );
}

interface TermsProps {
  /** Of what is in the way; that of what goes along is `<id>-along`. */
  id: string;
  composer: Pick<ComposerStore, 'estimate' | 'missing' | 'isBusy' | 'contextTurns' | 'setContextTurns'>;
  context: ConversationState['context'];
  onTopUp: (() => unknown) | undefined;
}
