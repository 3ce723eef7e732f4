import type { BalanceMessages } from '../../react/words/balance.js';
import { fact } from './isolate.js';

export const balance: BalanceMessages = {
  label: 'الرصيد',
  unknown: 'غير معروف بعد',
  valueText: ({ available, held, lowBelow, isLow }) => {
    const parts = [`المتاح ${fact(available)}`];
    if (held !== undefined) parts.push(`المحجوز ${fact(held)}`);
    if (isLow && lowBelow !== undefined) parts.push(`منخفض، دون ${fact(lowBelow)}`);
    return parts.join('، ');
  },
  held: (amount) => `محجوز لما يجري إنشاؤه: ${fact(amount)}`,
  lowBelow: (amount) => `يُعد منخفضًا دون ${fact(amount)}`,
  key: 'المتبقي لهذا المفتاح',
  organisation: 'في محفظة المؤسسة',
  low: 'منخفض',
  empty: 'نفد',
  lowText: 'لا يكفي إلا للقليل. اشحنه قبل أن ينفد.',
  emptyText: 'لا يمكن إنشاء شيء جديد قبل شحنه.',
  asOf: (ago) => `آخر قراءة ${ago}`,
  failed: 'تعذّرت قراءة الرصيد.',
  closed: 'لا يعرض هذا التطبيق الرصيد.',
  refresh: 'قراءة من جديد',
  refreshing: 'جارٍ القراءة',
  topUp: 'شحن الرصيد',
};
