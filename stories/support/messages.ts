import type { MessageOverrides } from 'bytespike-react';

/** Translations that the sources hold, loaded when their language is chosen. */
const languages = import.meta.glob<{ messages: MessageOverrides }>('../../src/locales/*.ts');

/** The words of a language; `undefined` for English, and for one that is not translated. */
export async function messagesIn(locale: string): Promise<MessageOverrides | undefined> {
  const load = languages[`../../src/locales/${locale}.ts`];
  return load === undefined ? undefined : (await load()).messages;
}
