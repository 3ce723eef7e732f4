import type { GenerateMessages } from '../../react/words/generate.js';

export const generate: GenerateMessages = {
  title: 'إنشاء',
  results: 'النتائج',
  choose: 'استخدام هذه',
  chooseOne: (index, count) => `استخدام ${index} من ${count}`,
  close: 'إغلاق',
  closing: (kind) =>
    kind === 'video'
      ? 'يمكنك الإغلاق: يستمر إنشاء الفيديو، ويخبرك الزر عندما يصبح جاهزًا.'
      : 'يمكنك الإغلاق: يستمر إنشاء الصورة، ويخبرك الزر عندما تصبح جاهزة.',
  open: 'إنشاء',
  opening: 'جارٍ الفتح',
  openFailed: 'تعذّر الفتح. اضغط من جديد.',
  making: (kind) => (kind === 'video' ? 'جارٍ إنشاء الفيديو' : 'جارٍ إنشاء الصورة'),
  made: 'جاهزة',
  notMade: 'لم تُنشأ',
  madeNews: (kind) => (kind === 'video' ? 'الفيديو جاهز.' : 'الصورة جاهزة.'),
  notMadeNews: (kind) => (kind === 'video' ? 'لم يُنشأ الفيديو. افتحه لمعرفة السبب.' : 'لم تُنشأ الصورة. افتحها لمعرفة السبب.'),
};
