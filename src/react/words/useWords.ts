import { type BytespikeContext, useBytespike } from '../provider.js';
import { mergeMessages, type Messages } from './messages.js';

/** The language of a component: a BCP 47 tag, and the groups of words that it uses. */
export interface Words<Group extends keyof Messages> {
  locale: string | undefined;
  messages: Pick<Messages, Group>;
}

// One object for each provider's value and set of groups, so that a component that holds on to its words is not disturbed.
const made = new WeakMap<BytespikeContext, WeakMap<object, unknown>>();

/**
 * The words and the locale for a component.
 *
 * @param defaults the groups that it uses, in English; one object, made outside of the component
 */
export function useWords<Group extends keyof Messages>(defaults: Pick<Messages, Group>): Words<Group> {
  const context = useBytespike();
  const known = made.get(context) ?? new WeakMap<object, unknown>();
  made.set(context, known);
  const words = known.get(defaults) ?? { locale: context.locale, messages: mergeMessages(defaults, context.messages) };
  known.set(defaults, words);
  return words as Words<Group>;
}
