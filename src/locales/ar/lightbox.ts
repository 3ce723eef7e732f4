import type { LightboxMessages } from '../../react/words/lightbox.js';
import { fact, line } from './isolate.js';

export const lightbox: LightboxMessages = {
  place: ({ index, count }) => `${index} من ${count}`,
  previous: 'السابق',
  next: 'التالي',
  close: 'إغلاق',
  zoomIn: 'تكبير',
  zoomOut: 'تصغير',
  zoomReset: (percent) => line(`${fact(percent)}، عرض الكل`),
  zoomed: (percent) => `نسبة التكبير ${fact(percent)}`,
};
