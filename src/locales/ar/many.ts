import type { ManyMessages } from '../../react/words/many.js';
import { fact, line, ltr } from './isolate.js';
import { counted, IMAGES, MODELS, VIDEOS } from './parts.js';

const PROMPTS = { one: 'وصف واحد', two: 'وصفان', few: 'أوصاف', many: 'وصفًا', other: 'وصف' };
const ROWS = { one: 'صف واحد', two: 'صفان', few: 'صفوف', many: 'صفًا', other: 'صف' };

export const many: ManyMessages = {
  label: 'كثير دفعةً واحدة',
  prompts: 'الأوصاف',
  promptsHint: `وصف في كل سطر. ألصق عمودًا من جدول، أو اكتب {{الاسم}} واملأ قيمه.`,
  promptsExample: 'إبريق {{اللون}} على طاولة خشبية',
  promptsOf: (prompts) => counted(prompts, PROMPTS),
  values: 'القيم',
  valuesHint: 'كل صف وصف. ألصق جدولًا في صفه الأول هذه الأسماء.',
  row: 'الصف',
  value: ({ name, row }) => line(`${fact(name)}، الصف ${row}`),
  removeRow: (row) => `إزالة الصف ${row}`,
  moreRows: (rows) => `لا يظهر هنا: ${counted(rows, ROWS)}`,
  models: 'النماذج',
  modelsChosen: (models) => `المختار: ${counted(models, MODELS)}`,
  noModel: 'اختر نموذجًا واحدًا على الأقل.',
  unclosed: (at) => `السطر ${at}: يُكتب الاسم بين ${ltr('{{')} و${ltr('}}')}.`,
  tooLong: ({ line: at, over }) => `السطر ${at} أطول من المسموح بعدد أحرف ${over}. اختصره.`,
  tooMany: ({ cells, limit }) => `يصبح العدد ${cells}، وأقصى ما يُنشأ دفعةً واحدة ${limit}. اختر أوصافًا أو نماذج أقل.`,
  noRows: 'املأ صفًا واحدًا من القيم على الأقل.',
  missing: ({ name, row }) => `لا قيمة لـ${fact(name)} في الصف ${row}.`,
  moreProblems: ({ written }) => `وغيرها من المشكلات نفسها: ${written}.`,
  repeats: ({ prompts, places }) => `أوصاف مكررة: ${counted(prompts, PROMPTS)} (${places}). يُنشأ كل منها ويُحتسب.`,
  lineAt: (at) => `السطر ${at}`,
  rowAt: (row) => `صف الجدول ${row}`,
  product: ({ prompts, models }) => `${counted(prompts, PROMPTS)} × ${counted(models, MODELS)}`,
  results: ({ kind, results }) => counted(results, kind === 'video' ? VIDEOS : IMAGES),
  unpriced: ({ written }) => `بلا سعر معروف أيضًا: ${written}`,
  noPrice: 'لا سعر بعد',
  begin: 'إنشاء',
  beginFor: ({ results, price }) => `إنشاء ${results} · ${fact(price)}`,
  making: 'قيد الإنشاء',
  underWay: 'هنا دفعة قيد الإنشاء. انتظر انتهاءها، أو ألغِ ما بقي منها.',
  shortfall: (amount) => `ينقص الرصيد ${fact(amount)} لهذا. اشحنه، أو اختر أقل عددًا أو سعرًا.`,
  announce: ({ results, price }) => `${results}: ${fact(price)}.`,
};
