import { text } from 'node:stream/consumers';
import type { ReactNode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { everyPart, themedPart } from './parts.js';

async function markup(parts: Record<string, ReactNode>): Promise<string> {
  const made = Object.entries(parts).map(async ([name, part]) => `<div data-part="${name}">${await text((await prerenderToNodeStream(part)).prelude)}</div>`);
  return (await Promise.all(made)).join('');
}

/** What a server sends: every component, and the one with variables. */
export const everyMarkup = await markup(everyPart());
export const themedMarkup = await markup(themedPart());
