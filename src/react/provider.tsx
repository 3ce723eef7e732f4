'use client';

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Client } from '../core/client.js';
import { BytespikeError } from '../core/errors.js';
import { english, type Messages } from './messages.js';

interface BytespikeContext {
  client: Client | undefined;
  locale: string | undefined;
  messages: Messages;
}

const Context = createContext<BytespikeContext>({ client: undefined, locale: undefined, messages: english });

/** Gives every hook and component below it the client, the language and the words. */
export function BytespikeProvider({ client, locale, messages, children }: BytespikeProviderProps): ReactNode {
  const value = useMemo(
    () => ({ client, locale, messages: messages === undefined ? english : { ...english, ...messages } }),
    [client, locale, messages],
  );
  return <Context value={value}>{children}</Context>;
}

export interface BytespikeProviderProps {
  /** From `createClient`. Components that only render state work without one. */
  client?: Client;
  /** BCP 47 tag for numbers, money and times. @default the runtime's locale */
  locale?: string;
  /** Replaces any of the words, aria included. @default English */
  messages?: Partial<Messages>;
  children?: ReactNode;
}

/** The words and the locale for components. */
export function useWords(): Omit<BytespikeContext, 'client'> {
  return useContext(Context);
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
