import type { ReactNode } from 'react';
import { copyText } from './copy.js';
import { Icon } from '../icons.js';
import { ToolButton } from './ToolButton.js';
import type { Say } from '../use-note.js';
import { useAssetWords } from '../words.js';

/** The prompt as it was written, and as the model rewrote it. */
export function Prompts({ id, prompt, revised, say }: PromptsProps): ReactNode {
  const { asset: words } = useAssetWords().messages;
  const copy = async (text: string) => {
    if (await copyText(text)) say(words.promptCopied, true);
    else say(words.promptNotCopied);
  };
  const texts = [
    { title: words.prompt, text: prompt },
    { title: words.revisedPrompt, text: revised === prompt ? undefined : revised },
  ];
  return (
    <dl id={id} className="bs-prompts">
      {texts.map(
        ({ title, text }) =>
          text !== undefined && (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                <p dir="auto">{text}</p>
                <ToolButton label={words.copyPrompt} name={words.copyOf(title)} icon={<Icon name="copy" />} onPress={() => copy(text)} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface PromptsProps {
  id?: string | undefined;
  prompt: string | undefined;
  /** As the model rewrote it. */
  revised?: string | undefined;
  say: Say;
}
