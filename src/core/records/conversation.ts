import type { PastTurn } from '../catalog/requests.js';
import type { Asset } from '../outcome/asset.js';
import type { ImageRecord } from './image-store.js';

// A conversation is no record of its own: each turn names the one that it goes on from, and so is a line, or a tree.

/** Finds the record of a key. */
type Find = (key: string) => ImageRecord | undefined;

/** The turn that it goes on from; none of the first, and of one whose record is gone. */
export function turnBefore(find: Find, { turn, request }: Pick<ImageRecord, 'request' | 'turn'>): ImageRecord | undefined {
  const key: unknown = request.parent?.outTaskId;
  const earlier = typeof key === 'string' ? find(key) : undefined;
  return turn !== undefined && earlier?.turn?.id === turn.id ? earlier : undefined;
}

/** The turns down to this one, oldest first. */
export function lineTo(find: Find, key: string | undefined): ImageRecord[] {
  const line: ImageRecord[] = [];
  let record = key === undefined ? undefined : find(key);
  // Storage is the user's: a circle in it ends where it closes.
  while (record?.turn !== undefined && !line.includes(record)) {
    line.unshift(record);
    record = turnBefore(find, record);
  }
  return line;
}

/** All turns of one conversation that go on from where this one does, oldest first. */
export function forksOf(turns: readonly ImageRecord[], find: Find, record: ImageRecord): ImageRecord[] {
  return turnsAfter(turns, find, turnBefore(find, record));
}

/** All turns of one conversation that go on from this one, or begin it where there is none, oldest first. */
export function turnsAfter(turns: readonly ImageRecord[], find: Find, earlier: ImageRecord | undefined): ImageRecord[] {
  return turns.filter((other) => turnBefore(find, other) === earlier).sort((a, b) => a.createdAt - b.createdAt);
}

/** The newest line below a turn ends here. */
export function endOf(turns: readonly ImageRecord[], find: Find, record: ImageRecord): ImageRecord {
  const seen = new Set([record]);
  for (let end = record; ; ) {
    const [next] = turns.filter((other) => !seen.has(other) && turnBefore(find, other) === end).sort((a, b) => b.createdAt - a.createdAt);
    if (next === undefined) return end;
    seen.add(next);
    end = next;
  }
}

/** Which of its images the turn after goes on from. */
export function chosenFor({ request }: Pick<ImageRecord, 'request'>): number {
  const index: unknown = request.parent?.index;
  return typeof index === 'number' ? index : 0;
}

/**
 * What is sent along with a turn: as many of those before as it says, each with the picture that was gone on from.
 * The same for the same turn, whenever it is asked, so that a lost answer can be asked for once more. `undefined`
 * where a picture is not there any more.
 *
 * @param isThere whether what a picture lies behind can still be read
 */
export function historyOf(find: Find, record: Pick<ImageRecord, 'request' | 'turn'>, isThere: (picture: Asset) => boolean = () => true): PastTurn[] | undefined {
  const { request, turn } = record;
  if (turn === undefined || turn.sent === 0) return [];
  const line = lineTo(find, request.parent?.outTaskId);
  const nexts = [...line.slice(1), record];
  const said = line.map(({ request: { prompt }, snapshot }, at) => ({ prompt, picture: snapshot.assets[chosenFor(nexts[at] ?? record)] }));
  const sent = said.slice(-turn.sent).flatMap(({ prompt, picture }) => (picture !== undefined && isThere(picture) ? [{ prompt, images: [picture.url] }] : []));
  return sent.length === turn.sent ? sent : undefined;
}
