import type { ChainMessages } from '../../react/words/chain.js';

export const chain: ChainMessages = {
  makeClip: 'これで動画を作る',
  fromLastFrame: '最後のフレームから続ける',
  fromThisFrame: 'このフレームから続ける',
  noPlace: 'フレームを置く場所がないため、ここから動画を始められません。',
  forbidden: 'サーバーがここからの取り出しを許可していません。ダウンロードして、そのファイルを選んでください。',
  expired: 'リンクが無効になりました。',
  notTaken: 'フレームを取り出せませんでした。もう一度お試しください。',
  from: ({ prompt, seconds }) => (seconds === undefined ? `元：${prompt}` : `元：${prompt}（${seconds}）`),
  fromGone: '元の結果はもうここにありません',
  into: (prompt) => `続き：${prompt}`,
  more: (count) => `ほか ${count} 件`,
  keys: 'シフトキーと Enter で元の結果へ、Ctrl と Enter で続きの結果へ',
};
