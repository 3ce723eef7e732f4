import type { SheetAcross, SheetMessages } from '../../react/words/sheet.js';

const ACROSS: Record<SheetAcross, string> = { model: 'モデル', params: '設定', prompt: 'プロンプト' };

export const sheet: SheetMessages = {
  empty: { title: 'まだ何もありません', text: '始めたものが、プロンプトごとに1行ずつここに表示されます。' },
  across: '列に並べるもの',
  acrossOf: (across) => ACROSS[across],
  done: ({ done, total }) => `${total.written}件中${done}件終了`,
  billed: (amount) => `請求額 ${amount}`,
  unsettled: ({ written }) => `${written}件は請求済みまたは請求の可能性あり、金額は不明`,
  upTo: (amount) => (amount === undefined ? '全体の最大額は不明' : `全体で最大 ${amount}`),
  paused: { title: '一時停止中', text: '進行中のものは続きます。それ以外は送信されません。' },
  waitsFor: (reason, until) => {
    if (reason === 'connection') return '接続がありません。接続が戻れば自動で再開します。';
    return reason === 'rate-limit' ? `サービスから${until}まで待つよう求められました。` : `サービスに問題があります。次の試行は${until}です。`;
  },
  ended: (counts) => `終了：${counts}`,
  pause: '一時停止',
  resume: '再開',
  cancelRest: ({ isFree, upTo }) => `残りをキャンセル · ${isFree ? '無料' : upTo === undefined ? '請求の可能性あり' : `最大 ${upTo} の請求`}`,
  retryFailed: ({ cells, upTo }) => `${cells.written}件をもう一度試す${upTo === undefined ? '' : ` · 最大 ${upTo}`}`,
  reset: 'シートを空にする',
  compare: '2つを比較',
  zip: 'ZIP で保存',
  waiting: '待機中',
  notSent: 'まだ送信されておらず、請求もありません。',
};
