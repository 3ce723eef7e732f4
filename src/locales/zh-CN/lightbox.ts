import type { LightboxMessages } from '../../react/words/lightbox.js';

export const lightbox: LightboxMessages = {
  place: ({ index, count }) => `第 ${index} 项，共 ${count} 项`,
  previous: '上一项',
  next: '下一项',
  close: '关闭',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: (percent) => `${percent}，显示全部`,
  zoomed: (percent) => `已缩放至 ${percent}`,
};
