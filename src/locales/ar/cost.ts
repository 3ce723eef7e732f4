import type { CostMessages } from '../../react/words/cost.js';
import { fact, line } from './isolate.js';
import { counted, IMAGES, VIDEOS } from './parts.js';

export const cost: CostMessages = {
  label: 'التكلفة',
  total: ({ kind, count, text }) => {
    if (count === 1) return kind === 'video' ? 'هذا الفيديو' : 'هذه الصورة';
    return counted({ count, written: text }, kind === 'video' ? VIDEOS : IMAGES);
  },
  precision: (precision) => ({ exact: 'بالضبط', about: 'تقريبًا', most: 'على الأكثر' })[precision],
  sumOfSeconds: ({ seconds, rate, fee }) => `${seconds} ث × ${fact(rate)}${fee === undefined ? '' : ` + ${fact(fee)} رسم إرسال`}`,
  sumOfImages: ({ count, rate }) => line(`${count} × ${fact(rate)}`),
  sumOfTurn: (rate) => line(`${fact(rate)} لهذه الجولة`),
  wait: 'مدة الانتظار المعتادة',
  recentWait: 'مدة الانتظار مؤخرًا',
  balanceAfter: 'الرصيد بعدها',
  stale: ({ isRequired }) => ({
    title: 'جارٍ حساب السعر',
    text: isRequired ? 'لن يُرسل شيء قبل ظهور سعر هذه الإعدادات.' : 'كان السعر السابق لإعدادات أخرى.',
  }),
  unpriced: ({ isRequired }) => ({
    title: 'السعر غير معروف',
    text: isRequired ? 'لا تذكر قائمة الأسعار هذا النموذج. اختر نموذجًا آخر.' : 'لا تذكر قائمة الأسعار هذا النموذج. ستظهر التكلفة بعد الانتهاء.',
  }),
  short: (missing) => ({ title: `ينقصك ${fact(missing)}`, text: 'الرصيد لا يكفي لهذا. اشحنه، أو اختر ما هو أقصر أو أصغر.' }),
  topUp: 'شحن الرصيد',
  terms: ({ isTask, upTo }) => {
    if (!isTask) return 'لا يُحتسب شيء عند الفشل. لا يمكن التراجع بعد الإرسال.';
    if (upTo === undefined) return 'لا يُحتسب شيء عند الفشل. الإلغاء مجاني قبل البدء.';
    return `لا يُحتسب شيء عند الفشل. الإلغاء مجاني قبل البدء، ويُحتسب بعده حتى ${fact(upTo)}.`;
  },
  source: 'مصدر هذا السعر',
  sourceText: ({ source, date }) => (source === 'live' ? `قائمة أسعار البوابة، ${fact(date)}.` : `قائمة الأسعار المنشورة، ${fact(date)}.`),
  rangeText: ({ min, max }) =>
    min === max
      ? 'لا تذكر القائمة سعرًا لهذا بالضبط، وهو قريب من هذا السعر.'
      : `لا تذكر القائمة سعرًا لهذا بالضبط، وهو بين ${fact(min)} و${fact(max)}.`,
  underWay: 'قيد الإنشاء',
  lastRun: 'المرة السابقة',
  estimated: 'التقدير',
  estimatedByGateway: 'تقدير البوابة',
  cancelNow: 'الإلغاء الآن',
  cancelOnceRunning: 'الإلغاء بعد بدء الإنشاء',
  billed: 'المحتسب',
  free: 'مجانًا',
  upTo: (amount) => `حتى ${fact(amount)}`,
  someOfIt: 'ما أُنشئ منها',
  nothing: 'لا شيء',
  notKnownYet: 'غير معروف بعد',
  announce: ({ total, price, after, missing }) => {
    if (missing !== undefined) return `${total}: ${fact(price)}. ينقصك ${fact(missing)}.`;
    return after === undefined ? `${total}: ${fact(price)}.` : `${total}: ${fact(price)}. الرصيد بعدها: ${fact(after)}.`;
  },
};
