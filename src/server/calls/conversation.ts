import { invalid } from '../base/refusal.js';
import { asObject, notPassed } from './allowed-fields.js';

/** Which kinds of block a turn may have, and what each may hold. */
type Blocks = Readonly<Record<string, readonly string[]>>;

const WORDS: Blocks = { text: ['type', 'text'] };
const PICTURES: Blocks = { ...WORDS, image_url: ['type', 'image_url'] };

/**
 * Turns of words, and of pictures where those are priced with the turn. Documents, results of
 * tools and the like are read at a length that nobody here knows.
 * @throws Refusal 400
 */
export function checkConversation(messages: unknown, withPictures: boolean): void {
  for (const turn of asList('messages', messages)) {
    const { content, ...rest } = asObject('messages', turn);
    for (const [name, value] of Object.entries(rest)) {
      if (name !== 'role' && name !== 'name') throw notPassed(name);
      checkText(name, value);
    }
    checkContent('messages', content, withPictures ? PICTURES : WORDS);
  }
}

/** A text, or a list of them. @throws Refusal 400 */
export function checkTexts(name: string, value: unknown): void {
  for (const entry of typeof value === 'string' ? [value] : asList(name, value)) checkText(name, entry);
}

/** What is said before the first turn. @throws Refusal 400 */
export function checkSystem(system: unknown): void {
  if (system !== undefined) checkContent('system', system, WORDS);
}

function checkContent(name: string, content: unknown, blocks: Blocks): void {
  if (typeof content === 'string') return;
  for (const entry of asList(name, content)) {
    const block = asObject(name, entry);
    const { type } = block;
    const allowed = typeof type === 'string' && Object.hasOwn(blocks, type) ? blocks[type] : undefined;
    if (allowed === undefined) throw invalid(name, `A block in \`${name}\` is of a kind whose price is not known here. Send ${Object.keys(blocks).join(' or ')}.`);
    for (const field of Object.keys(block)) if (!allowed.includes(field)) throw notPassed(field);
    if (type === 'image_url') checkPicture(block.image_url);
    else checkText('text', block.text);
  }
}

function checkPicture(picture: unknown): void {
  for (const [name, value] of Object.entries(asObject('image_url', picture))) {
    if (name !== 'url' && name !== 'detail') throw notPassed(name);
    checkText(name, value);
  }
}

function asList(name: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw invalid(name, `\`${name}\` is not a list. Write it as one.`);
}

function checkText(name: string, value: unknown): void {
  if (typeof value !== 'string') throw invalid(name, `\`${name}\` is not a text. Write it as one.`);
}
