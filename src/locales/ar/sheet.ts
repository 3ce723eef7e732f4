import type { SheetAcross, SheetMessages } from '../../react/words/sheet.js';
import { fact, line } from './isolate.js';
import { counted, ITEMS, OF_ITEMS } from './parts.js';

const ACROSS: Record<SheetAcross, string> = { model: 'النماذج', params: 'الإعدادات', prompt: 'الأوصاف' };

export const sheet: SheetMessages = {
  empty: { title: 'لا شيء هنا بعد', text: 'يظهر هنا ما تبدؤه، سطرًا لكل وصف.' },
  across: 'في الأعمدة',
  acrossOf: (across) => ACROSS[across],
  done: ({ done, total }) => `انتهى ${done} من ${total.written}`,
  billed: (amount) => `المحتسب ${fact(amount)}`,
  unsettled: (cells) => line(`${counted(cells, ITEMS)}: احتُسب أو ربما احتُسب، ولم يُذكر المبلغ`),
  upTo: (amount) => (amount === undefined ? 'أقصى ما قد يكلّفه الكل غير معروف' : `حتى ${fact(amount)} للكل`),
  paused: { title: 'متوقفة مؤقتًا', text: 'ما هو قيد الإنشاء يستمر، ولا يُرسل غيره.' },
  waitsFor: (reason, until) => {
    if (reason === 'connection') return 'لا اتصال. تستأنف الدفعة تلقائيًا عند عودته.';
    return reason === 'rate-limit' ? `طلبت الخدمة التوقف حتى ${fact(until)}.` : `لدى الخدمة مشكلة. المحاولة التالية عند ${fact(until)}.`;
  },
  ended: (counts) => `انتهت: ${counts}`,
  pause: 'إيقاف مؤقت',
  resume: 'متابعة',
  cancelRest: ({ isFree, upTo }) => `إلغاء الباقي · ${isFree ? 'مجانًا' : upTo === undefined ? 'قد يُحتسب ما أُنشئ' : `قد يُحتسب حتى ${fact(upTo)}`}`,
  retryFailed: ({ cells, upTo }) => `إعادة محاولة ${counted(cells, OF_ITEMS)}${upTo === undefined ? '' : ` · حتى ${fact(upTo)}`}`,
  reset: 'إفراغ اللوحة',
  compare: 'مقارنة الاثنتين',
  zip: `في ملف ${fact('ZIP')}`,
  waiting: 'في الانتظار',
  notSent: 'لم تُرسل بعد، ولم يُحتسب شيء.',
};
