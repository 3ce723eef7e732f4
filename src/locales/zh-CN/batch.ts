import type { BatchMessages } from '../../react/words/batch.js';

export const batch: BatchMessages = {
  label: '批次',
  loading: '正在加载批次',
  notLoaded: '未能加载批次。请检查网络连接后重试。',
  again: '重试',
};
