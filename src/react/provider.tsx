'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Client } from '../core/client/api.js';
import type { ClientInternals } from '../core/client/internals.js';
import { BytespikeError } from '../core/base/errors.js';
import { languageTag, useIsHydrated } from './region.js';
import { mergeMessages, type MessageOverrides } from './words/messages.js';

/** How the components of a provider look; on each of them as `data-theme`, `data-density` and custom properties. */
export interface Appearance {
  /** @default the page's: its nearest `data-theme`, else its `color-scheme` */
  theme?: 'light' | 'dark' | 'high-contrast' | undefined;
  /** How close things stand. @default 'comfortable' */
  density?: 'comfortable' | 'compact' | undefined;
  /** Custom properties of the theme, such as `{ '--bs-accent': '#7a2fe0' }`. */
  variables?: Readonly<Record<`--bs-${string}`, string>> | undefined;
}

export interface BytespikeContext {
  client: ClientInternals | undefined;
  /** BCP 47 tag that `Intl` takes. */
  locale: string | undefined;
  /** What replaces the default words. Those are not here: an app that uses hooks alone does not load them. */
  messages: MessageOverrides;
  appearance: Appearance | undefined;
  container: HTMLElement | ShadowRoot | undefined;
}

const Context = createContext<BytespikeContext>({ client: undefined, locale: undefined, messages: {}, appearance: undefined, container: undefined });

/**
 * Gives every hook and component below it the client, the language and the words. What it is not
 * given comes from the provider above it.
 */
export function BytespikeProvider({ client, locale, messages, appearance, container, children }: BytespikeProviderProps): ReactNode {
  const outer = useContext(Context);
  const isHydrated = useIsHydrated();
  const look = useMemo(() => (isHydrated ? anew(appearance) : appearance), [appearance, isHydrated]);
  // A list is another one with each render, and says the same.
  const tag = languageTag(locale);
  const value = useMemo(
    () => ({
      // What `internals` says, without its file: it would be a chunk of its own.
      client: (client as ClientInternals | undefined) ?? outer.client,
      locale: tag ?? outer.locale,
      messages: mergeMessages(outer.messages, messages),
      appearance: look ?? outer.appearance,
      container: container ?? outer.container,
    }),
    [outer, client, tag, messages, look, container],
  );
  return <Context value={value}>{children}</Context>;
}

/**
 * Variables are in what a server sends, where a strict content security policy refuses them. With a space
 * at their end they mean the same and are not the same to React, which sets them again once it has taken over.
 */
function anew(appearance: Appearance | undefined): Appearance | undefined {
  if (appearance?.variables === undefined) return appearance;
  return { ...appearance, variables: Object.fromEntries(Object.entries(appearance.variables).map(([name, value]) => [name, `${value} `])) };
}

export interface BytespikeProviderProps {
  /** From `createClient`. Components that only render state work without one. */
  client?: Client;
  /**
   * For numbers, money and times: a BCP 47 tag, or as a system or an `Accept-Language` header writes it, of several the first
   * that is a language. One that is none counts as not given.
   * @default the browser's; on a server, and until its page is taken over, English in UTC
   */
  locale?: string | readonly string[];
  /** Replaces any of the words, aria included, group by group. @default English */
  messages?: MessageOverrides;
  /** Theme, density and custom properties of the components below. @default the page's */
  appearance?: Appearance;
  /**
   * Where lists and dialogs are put when they open.
   * @default the end of the page; within a dialog, a popover, a fullscreen element or a shadow root, on top of that
   */
  container?: HTMLElement | ShadowRoot;
  children?: ReactNode;
}

export function useBytespike(): BytespikeContext {
  return useContext(Context);
}

/** The clock by which links expire: the server's, where a client has heard of it. */
export function useServerNow(): () => number {
  const { client } = useContext(Context);
  return client?.serverNow ?? Date.now;
}

/**
 * The client of the nearest provider.
 * @throws BytespikeError `invalid_config` outside of a provider with a client
 */
export function useClient(): ClientInternals {
  const { client } = useContext(Context);
  if (client !== undefined) return client;
  throw new BytespikeError({
    code: 'invalid_config',
    message:
      'This hook found no client. Render it below <BytespikeProvider client={createClient({ baseUrl: "/api/bytespike" })}>.',
  });
}
