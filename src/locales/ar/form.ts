import type { FormMessages } from '../../react/words/form.js';
import { fact, line, ltr } from './isolate.js';

const FIELDS: Record<Parameters<FormMessages['field']>[0], string> = {
  prompt: 'الوصف',
  model: 'النموذج',
  aspectRatio: 'نسبة الأبعاد',
  size: 'المقاس',
  resolution: 'الدقة',
  quality: 'الجودة',
  style: 'النمط',
  stylePreset: 'النمط',
  motionIntensity: 'الحركة',
  outputFormat: 'الصيغة',
  outputCompression: 'الضغط',
  n: 'عدد الصور',
  durationSeconds: 'الثواني',
  seed: 'البذرة',
  negativePrompt: 'ما يُستبعد',
  image: 'الصورة المرجعية',
  mask: 'التحديد',
};

// Each agrees with its field: quality and motion are feminine, style is masculine.
const OPTIONS: Record<string, string> = {
  standard: 'قياسية',
  hd: 'HD',
  low: 'منخفضة',
  medium: 'متوسطة',
  high: 'عالية',
  auto: 'تلقائية',
  natural: 'طبيعي',
  vivid: 'زاهٍ',
  png: 'PNG',
  webp: 'WebP',
  jpeg: 'JPEG',
  cinematic: 'سينمائي',
  anime: 'أنمي',
  documentary: 'وثائقي',
  none: 'بلا نمط',
};

const OUTLINES = { wide: 'أفقية', tall: 'عمودية', square: 'مربعة' };

export const form: FormMessages = {
  kinds: 'ما تريد إنشاءه',
  kind: (kind) => (kind === 'video' ? 'فيديو' : 'صورة'),
  promptExample: (kind) =>
    kind === 'video' ? 'تقريب بطيء نحو وعاء رامن يتصاعد منه البخار، وضوء نافذة من اليسار' : 'غلّاية على اليسار وكوب على اليمين، في ضوء الصباح',
  // A label before the number: letters have six forms, and this holds for each.
  characters: ({ count, limit }) => (limit === undefined ? `عدد الأحرف: ${count}` : `عدد الأحرف: ${count} من ${limit}`),
  field: (field, kind) => (field === 'image' && kind === 'video' ? 'الإطار الأول' : FIELDS[field]),
  option: (option) => OPTIONS[option] ?? option,
  automatic: 'تلقائي',
  more: 'إعدادات أخرى',
  less: (field) => `${field}: إنقاص بمقدار واحد`,
  plus: (field) => `${field}: زيادة بمقدار واحد`,
  pixels: (width, height) => ltr(`${width} × ${height}`),
  shape: ({ ratio, outline }) => line(`${ltr(ratio)}، ${OUTLINES[outline]}`),
  auto: 'تلقائي',
  autoIs: (model) => `تلقائي: ${fact(model)}`,
  autoLooking: 'تلقائي: جارٍ الاختيار',
  notReached: (model) => line(`${fact(model)} (غير متاح لك)`),
  usualWait: ({ min, max, isOne, isRecent }) => `${isRecent ? 'مؤخرًا' : 'عادةً'} ${isOne ? min : `من ${min} إلى ${max}`} ث`,
  language: ({ model, better }) =>
    better === 'english'
      ? `أفضل ما يفهمه ${fact(model)} هو الوصف بالإنجليزية.`
      : `أفضل ما يفهمه ${fact(model)} هو الوصف بالصينية أو اليابانية أو الكورية أو الإنجليزية.`,
  randomSeed: 'عشوائية',
  pickSeed: 'اختيار واحدة',
  forgetSeed: 'جعلها عشوائية',
  addImage: (kind) => (kind === 'video' ? 'أفلت الإطار الأول أو ألصقه أو اختره' : 'أفلت صورة مرجعية أو ألصقها أو اخترها'),
  dropImage: 'أفلت الصورة هنا',
  removeImage: 'إزالة الصورة',
  imagePreview: (kind) => (kind === 'video' ? 'الإطار الأول' : 'الصورة المرجعية'),
  imageName: fact,
  changesTitle: (model) => `تغييرات من أجل ${fact(model)}`,
  change: ({ field, from, to }) => {
    if (to === undefined) return `${field}: لم تُرسل القيمة، وهي محفوظة لنموذج يقبلها`;
    return from === undefined ? `${field}: ${fact(to)}` : `${field}: ${fact(to)} بدلًا من ${fact(from)}`;
  },
  modelGone: (model) => line(`${fact(model)} غير متاح هنا. يحل محله نموذج آخر.`),
  promptEmpty: 'اكتب في بضع كلمات ما تريد إنشاءه.',
  promptTooLong: ({ over }) => `الوصف أطول من الحد. عدد الأحرف الزائدة: ${over}. اختصره.`,
  noModel: 'لا يستطيع أي نموذج كل هذا معًا. غيّر نسبة الأبعاد أو المدة أو العدد أو صورة البداية.',
  notWhole: ({ min, max }) => (max === undefined ? `عدد صحيح لا يقل عن ${min}.` : `عدد صحيح من ${min} إلى ${max}.`),
  imageType: 'هذه ليست صورة PNG أو JPEG أو WebP. اختر صورة بإحدى هذه الصيغ.',
  imageTooLarge: ({ megabytes, limit }) => `حجم هذه الصورة ${megabytes} م.ب، والحد ${limit} م.ب. اختر صورة أصغر.`,
  imageUnreadable: 'تعذّرت قراءة هذه الصورة. اختر صورة أخرى.',
  imageUnfetched: 'تعذّر تحميل هذه الصورة من عنوانها، ولم يُرسل شيء. نزّلها، ثم اختر الملف.',
  imageAddress: `هذا ليس عنوان صورة. يبدأ العنوان هكذا: ${ltr('https://')}`,
  imageNoUpload: 'لا يحفظ هذا التطبيق الملفات. أدخل عنوان صورة بدلًا من ذلك.',
  imageUpload: 'تعذّر رفع الصورة، ولم يُرسل شيء. أعد المحاولة.',
  refused: fact,
  generate: 'إنشاء',
  generateFor: ({ price, exact }) => (exact ? `إنشاء · ${fact(price)}` : `إنشاء · حتى ${fact(price)}`),
  generating: 'جارٍ الإنشاء',
  uploading: 'جارٍ رفع الصورة',
  shortfall: (amount) => `ينقص الرصيد ${fact(amount)} لهذا. اشحنه، أو اختر ما هو أقصر أو أصغر.`,
  busy: (kind) => (kind === 'video' ? 'فيديو واحد في كل مرة: انتظره، أو ألغه.' : 'واحدة في كل مرة: انتظرها، أو ألغها.'),
  controlKey: 'Ctrl',
};
