import type { CompareMessages } from '../../react/words/compare.js';
import { thing } from './parts.js';

export const compare: CompareMessages = {
  label: '对比',
  mode: '查看方式',
  sideBySide: '并排',
  slider: '滑块',
  mixed: '图片与视频只能并排查看。',
  side: (side) => (side === 0 ? '第一项' : '第二项'),
  alt: ({ kind, side, prompt }) => `${side}：${prompt ?? `生成的${thing(kind)}`}`,
  divider: ({ first, second }) => `“${first}”与“${second}”的显示比例`,
  dividerAt: ({ first, second, percent }) => `“${first}”显示 ${percent}，其余为“${second}”`,
  model: '模型',
  price: '价格',
  about: (amount) => `约 ${amount}`,
  time: '用时',
  play: '同时播放',
  pause: '同时暂停',
  seek: '两个视频的播放位置',
  seekAt: ({ at, length }) => `${at}，共 ${length}`,
};
