import type { CostMessages } from '../../react/words/cost.js';
import { counter, thing } from './parts.js';

export const cost: CostMessages = {
  label: '料金',
  total: ({ kind, count, text }) => (count === 1 ? `この${thing(kind)}` : `${thing(kind)}${text}${counter(kind)}`),
  precision: (precision) => ({ exact: '正確な料金', about: 'おおよそ', most: '上限' })[precision],
  sumOfSeconds: ({ seconds, rate, fee }) => `${seconds}秒 × ${rate}${fee === undefined ? '' : ` + 送信料 ${fee}`}`,
  sumOfImages: ({ count, rate }) => `${count}枚 × ${rate}`,
  sumOfTurn: (rate) => `今回のやりとり ${rate}`,
  wait: '通常の待ち時間',
  recentWait: '最近の待ち時間',
  balanceAfter: '生成後の残高',
  stale: ({ isRequired }) => ({
    title: '料金を計算しています',
    text: isRequired ? 'この設定の料金が出るまで、何も送信されません。' : '前の料金は別の設定のものです。',
  }),
  unpriced: ({ isRequired }) => ({
    title: '料金がわかりません',
    text: isRequired ? '料金表にこのモデルがありません。別のモデルを選んでください。' : '料金表にこのモデルがありません。料金は生成後に表示されます。',
  }),
  short: (missing) => ({ title: `${missing} 足りません`, text: '残高が足りません。チャージするか、長さやサイズを減らしてください。' }),
  topUp: 'チャージ',
  terms: ({ isTask, upTo }) => {
    if (!isTask) return '失敗時の請求はありません。送信後は取り消せません。';
    if (upTo === undefined) return '失敗時の請求はありません。開始前のキャンセルは無料です。';
    return `失敗時の請求はありません。キャンセルは開始前なら無料、開始後は最大 ${upTo} です。`;
  },
  source: '料金の根拠',
  sourceText: ({ source, date }) => (source === 'live' ? `ゲートウェイの料金表（${date}）です。` : `公開された料金表（${date}）です。`),
  rangeText: ({ min, max }) =>
    min === max ? '料金表にこの設定そのものの料金はありません。これに近い額になります。' : `料金表にこの設定そのものの料金はありません。${min} から ${max} の間になります。`,
  underWay: '進行中',
  lastRun: '前回',
  estimated: '見積もり',
  estimatedByGateway: 'ゲートウェイの見積もり',
  cancelNow: '今キャンセルした場合',
  cancelOnceRunning: 'レンダリング開始後の場合',
  billed: '請求額',
  free: '無料',
  upTo: (amount) => `最大 ${amount}`,
  someOfIt: 'レンダリング済みの分',
  nothing: 'なし',
  notKnownYet: '未確定',
  announce: ({ total, price, after, missing }) => {
    if (missing !== undefined) return `${total}：${price}。${missing} 足りません。`;
    return after === undefined ? `${total}：${price}。` : `${total}：${price}。生成後の残高：${after}。`;
  },
};
