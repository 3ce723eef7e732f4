import type { CompareMessages } from '../../react/words/compare.js';
import { fact, line } from './isolate.js';
import { generated } from './parts.js';

export const compare: CompareMessages = {
  label: 'مقارنة',
  mode: 'طريقة العرض',
  sideBySide: 'جنبًا إلى جنب',
  slider: 'شريط منزلق',
  mixed: 'لا يمكن عرض صورة وفيديو معًا إلا جنبًا إلى جنب.',
  side: (side) => (side === 0 ? 'الأول' : 'الثاني'),
  alt: ({ kind, side, prompt }) => line(`${fact(side)}: ${prompt === undefined ? generated(kind) : fact(prompt)}`),
  divider: ({ first, second }) => `ما يظهر من ${fact(first)} ومن ${fact(second)}`,
  dividerAt: ({ first, second, percent }) => line(`${fact(percent)} من ${fact(first)}، والباقي من ${fact(second)}`),
  model: 'النموذج',
  price: 'السعر',
  about: (amount) => `نحو ${fact(amount)}`,
  time: 'المدة',
  play: 'تشغيل كليهما',
  pause: 'إيقاف كليهما مؤقتًا',
  seek: 'الموضع في مقطعي الفيديو',
  seekAt: ({ at, length }) => `${at} من ${length}`,
};
