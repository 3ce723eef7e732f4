import type { RecommendationBrief } from './brief.js';

type Figures = Pick<RecommendationBrief, 'size' | 'resolution' | 'durationSeconds' | 'aspectRatio'>;

const SIZE = /(?<!\d)(1024|1536|2048|4096)\s?[x×*]\s?(1024|1536|2048|4096)(?!\d)/i;
const RESOLUTION = /(?<!\d)(720|1080)p(?![a-z])/i;
const DURATION = /(?<![\d.:-])(\d{1,2})[\s-]?(?:seconds?|secs?|s)[\s-](?:long\s)?(?:[a-z]+\s){0,2}?(?:clip|video|shot|film|loop|teaser|animation|footage|spot)\b|(?<!\d)(\d{1,2})\s?(?:秒|초)(?:钟|鐘|間|간|짜리)?(?:的|の|\s)?\s?(?:视频|視頻|影片|短片|动画|動畫|镜头|動画|クリップ|映像|영상|클립|비디오)/i;
const RATIO = /(?<![\d:])(16:9|9:16|4:3|3:4|1:1)(?![\d:])/;

/** A video's size in pixels, as its resolution and shape; an image's `resolution` in pixels, as its size. */
export function inItsOwnWords(brief: RecommendationBrief): RecommendationBrief {
  const { kind, size, resolution, ...rest } = brief;
  if (kind === 'image') {
    return size === undefined && resolution !== undefined && /^\d+x\d+$/.test(resolution) ? { ...rest, kind, size: resolution } : brief;
  }
  const frame = size === undefined ? undefined : FRAMES[size];
  if (frame === undefined || (resolution !== undefined && resolution !== frame.resolution)) return brief;
  return { aspectRatio: frame.aspectRatio, ...rest, kind, resolution: frame.resolution };
}

/** A change of a brief in its own words, as one of the brief as it was written: the words that it takes the place of go. */
export function inWrittenWords(
  change: Partial<RecommendationBrief>,
  written: RecommendationBrief,
  own: RecommendationBrief,
): Partial<RecommendationBrief> {
  const wasSize = written.size !== undefined && own.size === undefined;
  const wasResolution = written.resolution !== undefined && own.resolution === undefined;
  if ('resolution' in change && wasSize) return { size: undefined, aspectRatio: own.aspectRatio, ...change };
  return 'size' in change && wasResolution ? { resolution: undefined, ...change } : change;
}

const FRAMES: Record<string, { resolution: string; aspectRatio: string } | undefined> = {
  '1920x1080': { resolution: '1080p', aspectRatio: '16:9' },
  '1080x1920': { resolution: '1080p', aspectRatio: '9:16' },
  '1080x1080': { resolution: '1080p', aspectRatio: '1:1' },
  '1280x720': { resolution: '720p', aspectRatio: '16:9' },
  '720x1280': { resolution: '720p', aspectRatio: '9:16' },
  '720x720': { resolution: '720p', aspectRatio: '1:1' },
};

/** Figures that a prompt names and a brief does not: they are wishes like any other. Only such as no other sense fits. */
export function readFigures(prompt: string, kind: RecommendationBrief['kind']): Figures {
  const figures: Figures = {};
  if (kind === 'image') {
    const size = SIZE.exec(prompt);
    if (size !== null) figures.size = `${size[1]}x${size[2]}`;
    return figures;
  }
  const ratio = RATIO.exec(prompt)?.[1];
  if (ratio !== undefined) figures.aspectRatio = ratio;
  const resolution = RESOLUTION.exec(prompt)?.[1];
  if (resolution !== undefined) figures.resolution = `${resolution}p`;
  const duration = DURATION.exec(prompt);
  if (duration !== null) figures.durationSeconds = Number(duration[1] ?? duration[2]);
  return figures;
}
