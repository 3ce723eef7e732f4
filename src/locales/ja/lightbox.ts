import type { LightboxMessages } from '../../react/words/lightbox.js';

export const lightbox: LightboxMessages = {
  place: ({ index, count }) => `${count}件中${index}件目`,
  previous: '前へ',
  next: '次へ',
  close: '閉じる',
  zoomIn: '拡大',
  zoomOut: '縮小',
  zoomReset: (percent) => `${percent}、全体を表示`,
  zoomed: (percent) => `表示倍率 ${percent}`,
};
