import type { GenerationKind } from '../../react/words/parts.js';

/** What people call it. */
export const thing = (kind: GenerationKind): string => (kind === 'video' ? '動画' : '画像');

/** What it is counted by. */
export const counter = (kind: GenerationKind): string => (kind === 'video' ? '本' : '枚');
