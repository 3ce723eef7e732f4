// Saved prompts as `usePrompts` returns them.
import type { PromptsResult, RecentPrompt, SavedPrompt } from 'bytespike-react';

const MOMENT = Date.UTC(2026, 10, 2, 9);

const saved: readonly SavedPrompt[] = [
  { id: 'a', name: 'Lighthouse', tags: ['sea', 'fog'], draft: { kind: 'image', prompt: 'A lighthouse in fog, seen from the water', size: '1536x1024', quality: 'high', models: { image: 'gpt-image-2' } }, createdAt: MOMENT, changedAt: MOMENT },
  { id: 'b', name: 'Ramen', tags: [], draft: { kind: 'video', prompt: 'Slow zoom into a bowl of ramen, steam rising, window light from the left', durationSeconds: 6, models: { video: 'veo-3.1-fast' } }, createdAt: MOMENT, changedAt: MOMENT },
  { id: 'c', name: 'As a linocut', tags: ['style'], draft: { kind: 'image', prompt: 'As a linocut' }, createdAt: MOMENT, changedAt: MOMENT },
];

const recent: readonly RecentPrompt[] = [
  { outTaskId: 'x', draft: { kind: 'video', prompt: 'Tide coming in over black rocks', models: { video: 'sora-2' } }, createdAt: MOMENT },
  { outTaskId: 'y', draft: { kind: 'image', prompt: 'Perfume bottle, crystal and brushed steel', models: { image: 'seedream-v5lite' } }, createdAt: MOMENT },
];

/** A library with these in it, in which nothing is changed. */
export function promptsOf(told: Partial<PromptsResult> = {}): PromptsResult {
  const prompts = told.prompts ?? saved;
  return {
    status: 'ready',
    prompts,
    recent,
    isKept: true,
    search: (text) => prompts.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())),
    save: async ({ name = '', tags = [], draft }) => ({ id: 'new', name, tags, draft, createdAt: MOMENT, changedAt: MOMENT }),
    change: async () => saved[0]!,
    remove: async (id) => prompts.find((prompt) => prompt.id === id),
    exportJson: async () => '',
    importJson: async () => ({ added: 0, changed: 0, unchanged: 0 }),
    ...told,
  };
}
