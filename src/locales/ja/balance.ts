import type { BalanceMessages } from '../../react/words/balance.js';

export const balance: BalanceMessages = {
  label: '残高',
  unknown: '確認前',
  valueText: ({ available, held, lowBelow, isLow }) => {
    const parts = [`利用可能 ${available}`];
    if (held !== undefined) parts.push(`確保済み ${held}`);
    if (isLow && lowBelow !== undefined) parts.push(`残りわずか、${lowBelow} 未満`);
    return parts.join('、');
  },
  held: (amount) => `進行中の分として ${amount} を確保`,
  lowBelow: (amount) => `${amount} 未満で残りわずか`,
  key: 'このキーの残り',
  organisation: '組織のウォレット',
  low: '残りわずか',
  empty: '残高なし',
  lowText: 'あと少し利用できます。早めにチャージしてください。',
  emptyText: '新しい生成にはチャージが必要です。',
  asOf: (ago) => `${ago}の時点`,
  failed: '残高を読み取れませんでした。',
  closed: 'このアプリでは残高を表示しません。',
  refresh: '再取得',
  refreshing: '取得中',
  topUp: 'チャージ',
};
