/** What the page makes, again and again: as short as a clip gets. */
export const CLIP = { model: 'veo-3.1-fast', prompt: 'Tide coming in over black rocks at dusk', durationSeconds: 4 } as const;
