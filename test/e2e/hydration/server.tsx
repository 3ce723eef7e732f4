import { text } from 'node:stream/consumers';
import { prerenderToNodeStream } from 'react-dom/static';
import { pages } from './parts.js';

/** What a server sends, by the name of the part. */
export async function render(locale: string | undefined): Promise<Record<string, string>> {
  const made = Object.entries(pages(locale)).map(async ([name, page]) => [name, await text((await prerenderToNodeStream(page)).prelude)] as const);
  return Object.fromEntries(await Promise.all(made));
}
