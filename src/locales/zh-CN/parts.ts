import type { GenerationKind } from '../../react/words/parts.js';

/** What people call it. */
export const thing = (kind: GenerationKind): string => (kind === 'video' ? '视频' : '图片');

/** The same with its measure word, after "one", "this" or a number. */
export const piece = (kind: GenerationKind): string => (kind === 'video' ? '个视频' : '张图片');
