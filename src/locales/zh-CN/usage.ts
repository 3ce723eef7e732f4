import type { UsageMessages } from '../../react/words/usage.js';

export const usage: UsageMessages = {
  label: '支出',
  loading: '正在加载支出',
  notLoaded: '未能加载支出。请检查网络连接后重试。',
  again: '重试',
  empty: '这段时间内没有支出。',
  failed: '未能读取支出。',
  closed: '此应用不显示该数据。',
  stale: '未能重新读取，显示的是之前的数据。',
  atLeast: (amount) => `至少 ${amount}`,
  missing: (keys) => `以下密钥未知：${keys}`,
  forecast: ({ amount, date }) => `按此速度，到${date}约为 ${amount}`,
  forecastBy: ({ spent, days, of }) => `推测：${days} 天内支出 ${spent}，按每天相同计算到 ${of} 天。`,
  forecastUnknown: '本月总额未知：已知的数据太少。',
  group: { day: '日期', hour: '小时', model: '模型', key: '密钥' },
  spent: '支出',
  calls: '调用',
  table: '表格',
  bar: ({ name, amount, calls }) => `${name}：${amount}，调用：${calls}`,
  days: '日期按网关计算，起始时刻可能与您的不同。',
  others: '其他密钥',
};
