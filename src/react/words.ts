import { english } from './english.js';
import { mergeMessages, type Messages } from './messages.js';
import { type BytespikeContext, useBytespike } from './provider.js';

/** The language of the components: a BCP 47 tag, and every word. */
export interface Words {
  locale: string | undefined;
  messages: Messages;
}

// One object for each provider's value, so that a component that holds on to its words is not disturbed.
const made = new WeakMap<BytespikeContext, Words>();

/** The words and the locale for components. */
export function useWords(): Words {
  const context = useBytespike();
  let words = made.get(context);
  if (words === undefined) {
    words = { locale: context.locale, messages: mergeMessages(english, context.messages) };
    made.set(context, words);
  }
  return words;
}
