import type { UsageMessages } from '../../react/words/usage.js';

export const usage: UsageMessages = {
  label: '利用金額',
  loading: '利用金額を読み込んでいます',
  notLoaded: '利用金額を読み込めませんでした。接続を確認して、もう一度お試しください。',
  again: '再試行',
  empty: 'この期間の利用はありません。',
  failed: '利用金額を取得できませんでした。',
  closed: 'このアプリでは表示しません。',
  stale: '再取得できませんでした。前回の内容を表示しています。',
  atLeast: (amount) => `${amount} 以上`,
  missing: (keys) => `不明なキー: ${keys}`,
  forecast: ({ amount, date }) => `このペースなら${date}までに約 ${amount}`,
  forecastBy: ({ spent, days, of }) => `推測です。${days} 日間で ${spent}、残りも 1 日あたり同額として ${of} 日分。`,
  forecastUnknown: '今月の合計は不明です。判断できる記録が足りません。',
  group: { day: '日', hour: '時間', model: 'モデル', key: 'キー' },
  spent: '金額',
  calls: '呼び出し',
  table: '表',
  bar: ({ name, amount, calls }) => `${name}: ${amount}、呼び出し: ${calls}`,
  days: '日付はゲートウェイの区切りです。お使いの時計とは始まりが異なることがあります。',
  others: 'その他のキー',
};
