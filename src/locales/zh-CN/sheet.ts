import type { SheetAcross, SheetMessages } from '../../react/words/sheet.js';

const ACROSS: Record<SheetAcross, string> = { model: '模型', params: '设置', prompt: '提示词' };

export const sheet: SheetMessages = {
  empty: { title: '这里还没有内容', text: '您开始的批次会显示在这里，每个提示词一行。' },
  across: '按列排列',
  acrossOf: (across) => ACROSS[across],
  done: ({ done, total }) => `已结束 ${done} 项，共 ${total.written} 项`,
  billed: (amount) => `已计费 ${amount}`,
  unsettled: ({ written }) => `${written} 项已计费或可能计费，金额未告知`,
  upTo: (amount) => (amount === undefined ? '总共最多多少费用未知' : `总共最多 ${amount}`),
  paused: { title: '已暂停', text: '进行中的会继续，其余不再发送。' },
  waitsFor: (reason, until) => {
    if (reason === 'connection') return '没有网络连接。恢复后会自动继续。';
    return reason === 'rate-limit' ? `服务要求暂停到 ${until}。` : `服务出现问题。下次尝试时间为 ${until}。`;
  },
  ended: (counts) => `已结束：${counts}`,
  pause: '暂停',
  resume: '继续',
  cancelRest: ({ isFree, upTo }) => `取消其余 · ${isFree ? '免费' : upTo === undefined ? '可能计费' : `最多计费 ${upTo}`}`,
  retryFailed: ({ cells, upTo }) => `重试 ${cells.written} 项${upTo === undefined ? '' : ` · 最多 ${upTo}`}`,
  reset: '清空表格',
  compare: '比较两项',
  zip: '下载为 ZIP',
  waiting: '等待中',
  notSent: '尚未发送，未产生费用。',
};
