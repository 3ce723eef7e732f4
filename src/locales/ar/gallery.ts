import type { Counted, GalleryItemStatus, GalleryMessages, GalleryStatusGroup, NotSaved } from '../../react/words/gallery.js';
import { plural } from '../../react/words/plural.js';
import { fact } from './isolate.js';
import { counted, IMAGES, ITEMS, OF_ITEMS, VIDEOS } from './parts.js';

const STATUS: Record<GalleryItemStatus, string> = {
  submitting: 'جارٍ الإرسال',
  queued: 'في الانتظار',
  running: 'جارٍ الإنشاء',
  completed: 'جاهزة',
  failed: 'فشلت',
  cancelled: 'أُلغيت',
  unknown: 'غير معروفة',
};

const GROUP: Record<GalleryStatusGroup | 'all', string> = {
  all: 'كل الحالات',
  active: 'قيد الإنشاء',
  completed: 'جاهزة',
  failed: 'فشلت',
  cancelled: 'أُلغيت',
  unknown: 'نتيجتها غير معروفة',
};

const NOT_SAVED: Record<NotSaved, string> = {
  gone: 'لم يعد الرابط يعمل.',
  forbidden: 'لا يسمح الخادم بالحفظ من هنا.',
  unsafe: 'العنوان غير آمن.',
  unreadable: 'وصلت البيانات تالفة.',
};

/** The verb agrees: feminine with three to ten, masculine with the rest. */
const done = (items: Counted, masculine: string, feminine: string): string =>
  `${plural('ar', items.count, { few: feminine, other: masculine })} ${counted(items, ITEMS)}`;

/** What becomes of those that are still being made when they are removed. */
function goesOn(active: Counted): string {
  const one = 'ما زال عنصر واحد منها قيد الإنشاء: سيستمر، وقد يُحتسب.';
  const two = 'ما زال عنصران منها قيد الإنشاء: سيستمران، وقد يُحتسبان.';
  return plural('ar', active.count, { one, two, other: `ما زال ${counted(active, ITEMS)} منها قيد الإنشاء: ستستمر، وقد تُحتسب.` });
}

export const gallery: GalleryMessages = {
  label: 'السجل',
  keys: ({ open, select, remove }) =>
    ['مفاتيح الأسهم للتنقل', open && 'مفتاح الإدخال للفتح', select && 'مفتاح المسافة للتحديد', remove && 'مفتاح الحذف للإزالة'].filter(Boolean).join('، '),
  filters: 'تصفية السجل',
  search: 'البحث في الأوصاف',
  kind: 'النوع',
  kindOf: (kind) => (kind === 'all' ? 'الكل' : kind === 'video' ? 'الفيديو' : 'الصور'),
  status: 'الحالة',
  statusGroup: (group) => GROUP[group],
  model: 'النموذج',
  allModels: 'كل النماذج',
  count: ({ shown, total }) => (shown.count === total.count ? counted(total, ITEMS) : `${shown.written} من ${counted(total, OF_ITEMS)}`),
  showNew: (news) =>
    plural('ar', news.count, {
      one: 'عرض عنصر جديد',
      two: 'عرض عنصرين جديدين',
      few: `عرض ${news.written} عناصر جديدة`,
      many: `عرض ${news.written} عنصرًا جديدًا`,
      other: `عرض ${news.written} عنصر جديد`,
    }),
  statusOf: (status) => STATUS[status],
  results: ({ kind, results }) => {
    if (results.count > 1) return counted(results, kind === 'video' ? VIDEOS : IMAGES);
    return kind === 'video' ? 'فيديو' : 'صورة';
  },
  notBilled: 'لم تُحتسب',
  amountNotTold: 'لم يُذكر المبلغ',
  mayBeBilled: 'قد تُحتسب',
  expired: 'انتهت صلاحية الرابط',
  broken: 'تعذّر التحميل',
  unsafe: 'لا تُعرض: عنوانها غير آمن',
  unreadable: 'وصلت بياناتها تالفة',
  noResult: 'لا نتيجة',
  resultToCome: 'النتيجة في الطريق',
  notKept: 'أُنشئت لكنها لم تُحفظ على هذا الجهاز',
  select: 'تحديد',
  selected: (items) => done(items, 'حُدّد', 'حُدّدت'),
  selectAll: 'تحديد الكل',
  clearSelection: 'إلغاء التحديد',
  download: 'تنزيل',
  remove: 'إزالة',
  removed: (items) => done(items, 'أُزيل', 'أُزيلت'),
  removeTitle: (items) => (items.count === 1 ? 'إزالة هذا العنصر من السجل؟' : `إزالة ${counted(items, OF_ITEMS)} من السجل؟`),
  removeText: ({ items, active }) => {
    const kept =
      items.count === 1 ? 'سيُنسى رابطه هنا. نزّله أولًا إن أردت الاحتفاظ به.' : 'ستُنسى الروابط هنا. نزّل أولًا ما تريد الاحتفاظ به.';
    if (active.count === 0) return kept;
    return items.count === 1 ? `${kept} ما زال قيد الإنشاء: سيستمر، وقد يُحتسب.` : `${kept} ${goesOn(active)}`;
  },
  removeConfirm: (items) => (items.count === 1 ? 'إزالة' : `إزالة ${counted(items, OF_ITEMS)}`),
  keep: 'إبقاء',
  saving: ({ done: now, total }) => `جارٍ الحفظ: ${now.written} من ${total.written}`,
  saved: ({ saved, total, stopped }) => {
    if (stopped) return `توقف الحفظ عند ${saved.written} من ${total.written}`;
    if (saved.count < total.count) return `حُفظ ${saved.written} من ${total.written}`;
    return total.count === 1 ? 'حُفظ' : `حُفظ الكل: ${total.written}`;
  },
  nothingToSave: 'لا شيء للحفظ: لا نتيجة لأي من هذه العناصر.',
  notSaved: (reason) => NOT_SAVED[reason],
  openInTab: 'فتح في علامة تبويب جديدة',
  openOneInTab: (prompt) => `فتح «${fact(prompt)}» في علامة تبويب جديدة`,
  stop: 'إيقاف',
  dismiss: 'إغلاق',
  loading: 'جارٍ تحميل السجل',
  empty: { title: 'لا شيء هنا بعد', text: 'يُحفظ هنا ما تنشئه، والأحدث أولًا.' },
  nothingFound: { title: 'لا نتائج مطابقة', text: 'لا عنصر يطابق كل عوامل التصفية.' },
  clearFilters: 'مسح عوامل التصفية',
  failed: { title: 'تعذّر تحميل السجل', text: 'لم يضِع شيء. أعد المحاولة بعد قليل.' },
  retry: 'إعادة المحاولة',
};
