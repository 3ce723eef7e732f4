import type { BalanceMessages } from '../../react/words/balance.js';

export const balance: BalanceMessages = {
  label: '余额',
  unknown: '尚不确定',
  valueText: ({ available, held, lowBelow, isLow }) => {
    const parts = [`可用 ${available}`];
    if (held !== undefined) parts.push(`预留 ${held}`);
    if (isLow && lowBelow !== undefined) parts.push(`余额偏低，低于 ${lowBelow}`);
    return parts.join('，');
  },
  held: (amount) => `为进行中的任务预留 ${amount}`,
  lowBelow: (amount) => `低于 ${amount} 即为偏低`,
  key: '此密钥剩余',
  organisation: '组织钱包余额',
  low: '偏低',
  empty: '已用完',
  lowText: '还够少量使用。请及时充值，以免中断。',
  emptyText: '充值之前无法生成新的内容。',
  asOf: (ago) => `${ago}的数据`,
  failed: '未能读取余额。',
  closed: '此应用不显示余额。',
  refresh: '重新读取',
  refreshing: '正在读取',
  topUp: '充值',
};
