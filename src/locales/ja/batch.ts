import type { BatchMessages } from '../../react/words/batch.js';

export const batch: BatchMessages = {
  label: 'バッチ',
  loading: 'バッチを読み込み中',
  notLoaded: 'バッチを読み込めませんでした。接続を確認して、もう一度お試しください。',
  again: 'もう一度試す',
};
