import type { SearchMessages } from '../../react/words/search.js';

export const search: SearchMessages = {
  byMeaning: 'البحث بالمعنى',
  toEmbed: ({ count, written }) => `${count === 0 ? '' : `عدد الأوصاف التي تُقرأ أولًا: ${written}. `}التكلفة غير معروفة.`,
  embedded: ({ done: now, total }) => `الأوصاف المقروءة: ${now.written} من ${total.written}`,
  foundBy: (basis) => (basis === 'meaning' ? 'نتائج بالمعنى' : 'نتائج بالكلمات'),
  absent: 'البحث بالمعنى غير متاح هنا',
};
