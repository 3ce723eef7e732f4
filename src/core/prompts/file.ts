import { fieldsOf } from '../base/fields.js';
import { toJson } from '../base/json.js';
import { MOST_PROMPTS, readPrompt, refused } from './shape.js';
import type { PromptImport, SavedPrompt } from './states.js';

const KIND = 'prompts';
const VERSION = 1;
const ELSE = 'Choose a file that was exported here.';

/** All of them as a file. */
export function writeFile(prompts: readonly SavedPrompt[]): string {
  return toJson({ bytespike: KIND, version: VERSION, prompts });
}

/** What is in a file. All of it is read before anything is changed. @throws BytespikeError `invalid_param` */
export function readFile(text: string): SavedPrompt[] {
  const { bytespike, version, prompts } = fieldsOf(parsed(text)) ?? {};
  if (bytespike !== KIND || !Array.isArray(prompts)) throw refused('file', `This file has no saved prompts in it, so nothing was changed. ${ELSE}`);
  if (version !== VERSION) throw refused('file', `This file was written by another release (${String(version)} in place of ${VERSION}), so nothing was changed. Update this app, or export it there in its way of before.`);
  return prompts.map((each: unknown, index) => {
    const read = readPrompt(each);
    if (typeof read === 'string') throw refused('file', `Prompt ${index + 1} of this file does not read: ${read}. Nothing was changed. Mend it there, or export the file anew.`);
    return read;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused('file', `This file is not JSON, so nothing was changed. ${ELSE}`);
  }
}

/** What of a file is to be written beside what is here; of two with one id the one that was changed later. @throws BytespikeError `invalid_param` */
export function merged(here: readonly SavedPrompt[], file: readonly SavedPrompt[]): { writes: SavedPrompt[]; came: PromptImport } {
  const byId = new Map(here.map((prompt) => [prompt.id, prompt]));
  const writes = new Map<string, SavedPrompt>();
  for (const prompt of file) {
    const before = byId.get(prompt.id);
    if (before !== undefined && before.changedAt >= prompt.changedAt) continue;
    byId.set(prompt.id, prompt);
    writes.set(prompt.id, prompt);
  }
  if (byId.size > MOST_PROMPTS) throw refused('file', `With this file there would be ${byId.size} saved prompts, and there is room for ${MOST_PROMPTS}, so nothing was changed. Remove some first.`);
  const known = new Set(here.map(({ id }) => id));
  const added = [...writes.keys()].filter((id) => !known.has(id)).length;
  const all = new Set(file.map(({ id }) => id)).size;
  return { writes: [...writes.values()], came: { added, changed: writes.size - added, unchanged: all - writes.size } };
}
