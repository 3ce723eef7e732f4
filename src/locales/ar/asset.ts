import type { AssetMessages, Place } from '../../react/words/asset.js';
import { fact, line, ltr } from './isolate.js';
import { counted, generated, IN_MINUTES } from './parts.js';

const REUSE: Record<Parameters<AssetMessages['reuse']>[0], string> = {
  reference: 'استخدام كمرجع',
  sameSeed: 'البذرة نفسها',
  remix: 'إعادة مزج',
  variations: 'تنويعات',
};

const of = ({ index, count }: Place): string => `${index} من ${count}`;

export const asset: AssetMessages = {
  label: (kind, count) => {
    if (count === 1) return generated(kind);
    return kind === 'video' ? 'مقاطع فيديو مُنشأة' : 'صور مُنشأة';
  },
  alt: ({ kind, prompt, place }) => {
    const text = prompt === undefined ? generated(kind) : fact(prompt);
    return place === undefined ? text : line(`${text} (${of(place)})`);
  },
  empty: (kind) => (kind === 'video' ? 'سيظهر الفيديو هنا' : 'ستظهر الصورة هنا'),
  rendering: (kind) => (kind === 'video' ? 'جارٍ إنشاء الفيديو' : 'جارٍ إنشاء الصورة'),
  stopped: (kind) => (kind === 'video' ? 'لم يُنشأ أي فيديو' : 'لم تُنشأ أي صورة'),
  unknown: (kind) => (kind === 'video' ? 'لم يُعرف بعد هل أُنشئ الفيديو' : 'لم يُعرف بعد هل أُنشئت الصورة'),
  blocked: { title: 'أوقفها مرشّح الأمان', text: 'الوصف محفوظ في الأسفل. غيّره ثم أعد المحاولة.' },
  editPrompt: 'تعديل الوصف',
  unsafe: (kind) =>
    kind === 'video' ? { title: 'الفيديو غير معروض', text: 'عنوان هذا الفيديو غير آمن.' } : { title: 'الصورة غير معروضة', text: 'عنوان هذه الصورة غير آمن.' },
  expired: (kind) => ({
    title: 'انتهت صلاحية هذا الرابط',
    text: `انتهت مدته قبل تحميله. ${kind === 'video' ? 'أنشئ الفيديو' : 'أنشئ الصورة'} من جديد للحصول على رابط جديد.`,
  }),
  broken: (kind) => ({
    title: kind === 'video' ? 'تعذّر تحميل هذا الفيديو' : 'تعذّر تحميل هذه الصورة',
    text: 'تحقق من الاتصال ثم أعد التحميل.',
  }),
  unreadable: (kind) =>
    kind === 'video'
      ? { title: 'تعذّرت قراءة هذا الفيديو', text: 'وصلت بياناته تالفة. أنشئه من جديد.' }
      : { title: 'تعذّرت قراءة هذه الصورة', text: 'وصلت بياناتها تالفة. أنشئها من جديد.' },
  reload: 'إعادة التحميل',
  action: (label, place) => (place === undefined ? label : `${label}، ${of(place)}`),
  actions: (place) => (place === undefined ? 'الإجراءات' : `إجراءات ${of(place)}`),
  enlarge: 'عرض أكبر',
  notLoaded: 'تعذّر التحميل. تحقق من الاتصال ثم أعد المحاولة.',
  prompt: 'الوصف',
  revisedPrompt: 'الوصف كما أعاد النموذج صياغته',
  pixels: (width, height) => ltr(`${width} × ${height}`),
  copyImage: 'نسخ الصورة',
  imageCopied: 'نُسخت الصورة',
  imageNotCopied: (why) =>
    why === 'server' ? 'لا يسمح خادمها بالنسخ من هنا. نزّلها بدلًا من ذلك.' : 'لا ينسخ هذا المتصفح الصور هنا. نزّلها بدلًا من ذلك.',
  copyPrompt: 'نسخ الوصف',
  copyOf: (title) => `نسخ الوصف: ${title}`,
  promptCopied: 'نُسخ الوصف',
  promptNotCopied: 'لا ينسخ هذا المتصفح النصوص هنا. حدّد الوصف ثم انسخه.',
  reuse: (how) => REUSE[how],
  download: 'تنزيل',
  downloading: 'جارٍ التنزيل',
  downloadInTab: 'فتح في علامة تبويب جديدة',
  downloadInTabNote: 'لا يسمح الخادم بالحفظ من هنا. احفظ من علامة التبويب الجديدة.',
  downloadGone: 'لم يعد الرابط يعمل، ولم يبقَ ما يُحفظ.',
  expires: ({ minutes, canRenew }) => {
    const left = `تنتهي صلاحية هذا الرابط خلال ${counted(minutes, IN_MINUTES)}.`;
    return canRenew ? `${left} نزّل الملف، أو جدّد الرابط.` : `${left} نزّل الملف للاحتفاظ به.`;
  },
  expiredShown: (kind) =>
    kind === 'video'
      ? 'انتهت مدة هذا الرابط. نزّل الفيديو الآن، فقد لا يبقى متاحًا بعد مغادرة الصفحة.'
      : 'انتهت مدة هذا الرابط. نزّل الصورة الآن، فقد لا تبقى متاحة بعد مغادرة الصفحة.',
  renew: 'تجديد الرابط',
  renewing: 'جارٍ تجديد الرابط',
  notRenewed: 'تعذّر تجديد الرابط. أعد المحاولة، أو نزّل الملف الآن.',
};
