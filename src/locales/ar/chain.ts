import type { ChainMessages } from '../../react/words/chain.js';
import { fact } from './isolate.js';

export const chain: ChainMessages = {
  makeClip: 'اصنع منها مقطعًا',
  fromLastFrame: 'تابع من الإطار الأخير',
  fromThisFrame: 'تابع من هذا الإطار',
  noPlace: 'لا يوجد هنا مكان لوضع الإطار، لذلك لا يمكن أن يبدأ به مقطع.',
  forbidden: 'لا يسمح خادمها بأخذ الإطار من هنا. نزّلها ثم اختر الملف.',
  expired: 'لم يعد الرابط يعمل.',
  notTaken: 'تعذّر أخذ الإطار. حاول مرة أخرى.',
  from: ({ prompt, seconds }) => (seconds === undefined ? `من: ${fact(prompt)}` : `من: ${fact(prompt)} (${seconds})`),
  fromGone: 'من نتيجة لم تعد هنا',
  into: (prompt) => `أصبحت: ${fact(prompt)}`,
  more: (count) => `و${count} أخرى`,
  keys: 'مفتاح العالي مع الإدخال للانتقال إلى ما صُنعت منه، وCtrl مع الإدخال إلى ما صُنع منها',
};
