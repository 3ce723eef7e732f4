import { findModel } from '../catalog/catalog.js';
import { draftFrom } from '../draft/from-request.js';
import { imageStore } from '../records/image-store.js';
import { recordKind } from '../records/record-kind.js';
import { byNewest } from '../records/records.js';
import { type TaskRecord, taskStore, type TaskStoreOptions } from '../records/task-store.js';
import { savedDraft } from './draft-of.js';
import type { RecentPrompt } from './states.js';

/** @source ours: what one looks over */
const MOST_RECENT = 10;

const made = new WeakMap<TaskRecord, RecentPrompt>();

/** The latest prompts of the history. A turn of a conversation is none: it says what is to be changed. */
export function recentPrompts(client: { memory: TaskStoreOptions }): RecentPrompt[] {
  const records: TaskRecord[] = [...taskStore(client).list(), ...imageStore(client).list().filter(({ turn }) => turn === undefined)];
  const seen = new Set<string>();
  const recent: RecentPrompt[] = [];
  for (const record of records.sort(byNewest)) {
    const { prompt } = record.request;
    if (recent.length === MOST_RECENT) break;
    if (prompt.trim() === '' || seen.has(prompt)) continue;
    seen.add(prompt);
    recent.push(recentOf(record));
  }
  return recent;
}

/** A record that did not change is the same prompt. */
function recentOf(record: TaskRecord): RecentPrompt {
  const kind = recordKind(record, findModel(record.request.model)?.kind);
  const prompt = made.get(record) ?? { outTaskId: record.outTaskId, draft: savedDraft(draftFrom(record.request, kind)), createdAt: record.createdAt };
  made.set(record, prompt);
  return prompt;
}
