import { type BytespikeContext, useBytespike } from '../provider.js';
import { type Region, regionOf, useIsHydrated } from '../region.js';
import { mergeMessages, type Messages } from './messages.js';

/** The language of a component, and the groups of words that it uses. */
export interface Words<Group extends keyof Messages> extends Region {
  messages: Required<Pick<Messages, Group>>;
}

// One object for each provider's value and set of groups, so that a component that holds on to its words is not disturbed.
const made = new WeakMap<BytespikeContext, WeakMap<object, unknown>>();

/**
 * The words and the region for a component.
 *
 * @param defaults the groups that it uses, in English; one object, made outside of the component
 */
export function useWords<Group extends keyof Messages>(defaults: Required<Pick<Messages, Group>>): Words<Group> {
  const context = useBytespike();
  const isHydrated = useIsHydrated();
  const known = made.get(context) ?? new WeakMap<object, unknown>();
  made.set(context, known);
  // Until then the region is one that both sides can write, and it is rendered once.
  const words = (isHydrated && known.get(defaults)) || { ...regionOf(context.locale, isHydrated), messages: mergeMessages(defaults, context.messages) };
  if (isHydrated) known.set(defaults, words);
  return words as Words<Group>;
}
