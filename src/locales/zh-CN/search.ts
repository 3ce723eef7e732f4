import type { SearchMessages } from '../../react/words/search.js';

export const search: SearchMessages = {
  byMeaning: '按含义搜索',
  toEmbed: ({ count, written }) => `${count === 0 ? '' : `会先读取 ${written} 条提示词。`}费用未知。`,
  embedded: ({ done, total }) => `已读取 ${done.written} 条提示词，共 ${total.written} 条`,
  foundBy: (basis) => (basis === 'meaning' ? '按含义找到' : '按字词找到'),
  absent: '此处无法按含义搜索',
};
