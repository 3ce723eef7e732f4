import type { BatchMessages } from '../../react/words/batch.js';

export const batch: BatchMessages = {
  label: 'الدفعة',
  loading: 'جارٍ تحميل الدفعة',
  notLoaded: 'تعذّر تحميل الدفعة. تحقق من الاتصال وأعد المحاولة.',
  again: 'إعادة المحاولة',
};
