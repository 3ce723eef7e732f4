import type { UsageMessages } from '../../react/words/usage.js';
import { fact, line } from './isolate.js';

export const usage: UsageMessages = {
  label: 'الإنفاق',
  loading: 'جارٍ تحميل الإنفاق',
  notLoaded: 'تعذّر تحميل الإنفاق. تحقّق من الاتصال ثم أعد المحاولة.',
  again: 'إعادة المحاولة',
  empty: 'لم يُنفَق شيء في هذه المدة.',
  failed: 'تعذّرت قراءة الإنفاق.',
  closed: 'لا يعرض هذا التطبيق ذلك.',
  stale: 'تعذّرت قراءته من جديد. هذا ما كان معروفًا من قبل.',
  atLeast: (amount) => `لا يقل عن ${fact(amount)}`,
  missing: (keys) => `غير معروف عن: ${fact(keys)}`,
  forecast: ({ amount, date }) => `بهذه الوتيرة نحو ${fact(amount)} حتى ${fact(date)}`,
  forecastBy: ({ spent, days, of }) => `تخمين: ${fact(spent)} خلال أيام عددها ${days}، ومثل ذلك كل يوم حتى تصير ${of}.`,
  forecastUnknown: 'ما سيبلغه هذا الشهر غير معروف: المعلوم منه قليل جدًا.',
  group: { day: 'اليوم', hour: 'الساعة', model: 'النموذج', key: 'المفتاح' },
  spent: 'المبلغ',
  calls: 'الطلبات',
  table: 'جدول',
  bar: ({ name, amount, calls }) => line(`${fact(name)}: ${fact(amount)}، الطلبات: ${calls}`),
  days: 'الأيام كما تعدّها البوابة، وقد تبدأ في ساعة غير ساعتك.',
  others: 'مفاتيح أخرى',
};
