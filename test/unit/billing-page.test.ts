import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allWords } from '../support/all-words.js';
import { calls } from './locales-facts.js';

const page = readFileSync('docs/billing.md', 'utf8');
const quoted = [...page.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** Of money, of a wait, of an end; amounts and times in the calls are such as well. */
const SPEAKS = /\$|\bbill|charg|\bcost|\bprice|\bfree\b|balance|top up|expire|time is over|\bwait\b|\d min\b|\d s\b|\btook\b|amount/i;
/** Those in which such a word means something else. */
const OTHERWISE = ['form.changesTitle'];

function textsOf(said: unknown, given: unknown): string {
  const table = Array.isArray(given) ? (given as unknown[][]) : [[]];
  return JSON.stringify(typeof said === 'function' ? table.map((facts) => (said as (...facts: unknown[]) => unknown)(...facts)) : said);
}

const speaking = Object.entries(allWords).flatMap(([group, words]) =>
  Object.entries(words as object)
    .map(([name, said]) => ({ name: `${group}.${name}`, text: textsOf(said, (calls as Record<string, Record<string, unknown>>)[group]?.[name]) }))
    .filter(({ name, text }) => SPEAKS.test(text) && !OTHERWISE.includes(name))
    .map(({ name }) => name),
);

describe('docs/billing.md', () => {
  it('names every message that speaks of money, of a wait or of an end', () => {
    expect(speaking.length).toBeGreaterThan(50);
    expect(speaking.filter((name) => !quoted.includes(name))).toEqual([]);
  });

  it('names no message, file or test that is not there', () => {
    const messages = quoted.filter((text) => /^[a-z]+\.[a-zA-Z_]+$/.test(text) && Object.hasOwn(allWords, text.split('.')[0] ?? ''));
    const names = Object.entries(allWords).flatMap(([group, words]) => Object.keys(words).map((name) => `${group}.${name}`));
    const missing = messages.filter((text) => !names.includes(text));
    const files = quoted.filter((text) => /^(test|core|components)\/\S+\.tsx?$/.test(text));
    expect(files.length).toBeGreaterThan(50);
    expect([...missing, ...files.filter((path) => !existsSync(path.startsWith('test/') ? path : `src/${path}`))]).toEqual([]);
  });

  it('says of every figure how it is known and which test holds it', () => {
    const rows = page.split('\n').filter((line) => /\.bs-/.test(line)).map((line) => line.split(' | '));
    expect(rows.filter((cells) => cells.length !== 7 || !/`test\//.test(cells[6] ?? '')).map(([first]) => first)).toEqual([]);
  });
});
