'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Client } from '../core/client.js';
import { BytespikeError } from '../core/errors.js';
import { mergeMessages, type MessageOverrides } from './messages.js';

export interface BytespikeContext {
  client: Client | undefined;
  /** BCP 47 tag. */
  locale: string | undefined;
  /** What replaces the default words. Those are not here: an app that uses hooks alone does not load them. */
  messages: MessageOverrides;
}

const Context = createContext<BytespikeContext>({ client: undefined, locale: undefined, messages: {} });

/**
 * Gives every hook and component below it the client, the language and the words. What it is not
 * given comes from the provider above it.
 */
export function BytespikeProvider({ client, locale, messages, children }: BytespikeProviderProps): ReactNode {
  const outer = useContext(Context);
  const value = useMemo(
    () => ({
      client: client ?? outer.client,
      locale: locale ?? outer.locale,
      messages: mergeMessages(outer.messages, messages),
    }),
    [outer, client, locale, messages],
  );
  return <Context value={value}>{children}</Context>;
}

export interface BytespikeProviderProps {
  /** From `createClient`. Components that only render state work without one. */
  client?: Client;
  /** BCP 47 tag for numbers, money and times. @default the runtime's locale */
  locale?: string;
  /** Replaces any of the words, aria included, group by group. @default English */
  messages?: MessageOverrides;
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
export function useClient(): Client {
  const { client } = useContext(Context);
  if (client !== undefined) return client;
  throw new BytespikeError({
    code: 'invalid_config',
    message:
      'This hook found no client. It must be rendered below a provider that has one: <BytespikeProvider client={createClient({ baseUrl: "/api/bytespike" })}>.',
  });
}
