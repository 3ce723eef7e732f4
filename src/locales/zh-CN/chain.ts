import type { ChainMessages } from '../../react/words/chain.js';

export const chain: ChainMessages = {
  makeClip: '用它制作视频',
  fromLastFrame: '从最后一帧继续',
  fromThisFrame: '从这一帧继续',
  noPlace: '这里没有存放画面的地方，因此无法用它开始视频。',
  forbidden: '其服务器不允许从这里截取。请下载后再选择该文件。',
  expired: '链接已失效。',
  notTaken: '未能截取画面，请重试。',
  from: ({ prompt, seconds }) => (seconds === undefined ? `来自：${prompt}` : `来自：${prompt}（${seconds}）`),
  fromGone: '来自一个已不在这里的结果',
  into: (prompt) => `后续：${prompt}`,
  more: (count) => `另有 ${count} 个`,
  keys: '上档键加回车键转到其来源，Ctrl 加回车键转到其后续',
};
