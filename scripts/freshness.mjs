// Whether something built is still newer than all that it was built from.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** True when `output` exists and nothing among `sources` (files or folders) changed after it. */
export function isFresh(output, sources) {
  const built = statSync(join(root, output), { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && sources.every((source) => newest(join(root, source)) <= built);
}

// A folder's own time counts too: it is all that a deleted file leaves behind.
function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry?.mtimeMs ?? 0;
  const inside = readdirSync(path, { withFileTypes: true }).filter(({ name }) => name !== 'dist');
  return Math.max(entry.mtimeMs, ...inside.map(({ name }) => newest(join(path, name))));
}
