import type { ExclusionFacts, ModelMessages, ReasonFacts, WishField } from '../../react/words/models.js';
import { fact, line, list } from './isolate.js';
import { counted, MODELS } from './parts.js';
import { STRENGTHS } from './strengths.js';

const LANGUAGES = { zh: 'الصينية', ja: 'اليابانية', ko: 'الكورية' };

const GIVEN_UP: Partial<Record<WishField, string>> = {
  seed: 'استغنِ عن البذرة',
  imageInit: 'استغنِ عن صورة البداية',
  multiTurn: 'استغنِ عن التعديل على جولات',
  compliance: 'استغنِ عن التوجيه القابل للتدقيق',
};

/** A rule, and the words of the prompt that it follows from. */
const rule =
  (text: string) =>
  ({ words }: ReasonFacts): string =>
    words === undefined ? `${text}.` : `${text}: ${fact(words)}.`;

const only =
  (otherwise: string) =>
  ({ options }: ExclusionFacts): string =>
    options === undefined ? otherwise : `المتاح فقط: ${list(options)}.`;

export const models: ModelMessages = {
  label: 'النموذج',
  auto: 'تلقائي',
  autoText: 'يختار النموذج الذي يناسب ما تطلبه، ويذكر السبب.',
  looking: 'جارٍ اختيار نموذج',
  choose: 'اختر نموذجًا',
  unavailable: 'الاختيار التلقائي غير متاح الآن. اختر نموذجًا.',
  nothingFits: { title: 'لا نموذج مناسب', text: 'لا يستطيع أي نموذج كل هذا معًا.' },
  suggestion: ({ changes, model }) => `${changes.join(' و')}، فيصبح ${fact(model)} مناسبًا.`,
  change: ({ field, to }) => {
    if (field === 'models') return 'اسمح بنماذج أكثر';
    if (to === undefined) return GIVEN_UP[field] ?? 'اطلب أقل';
    const say: Partial<Record<WishField, string>> = {
      latencyBudgetSeconds: `اسمح بانتظار ${to} ث`,
      maxCost: `اسمح بتكلفة ${fact(to)}`,
      durationSeconds: `اجعل المدة ${to} ث`,
      n: `اجعل العدد ${to}`,
    };
    return say[field] ?? `اقبل ${fact(to)}`;
  },
  loadFailed: 'تعذّر تحميل قائمة النماذج. أعد المحاولة.',
  search: 'البحث في النماذج',
  list: 'النماذج',
  noMatch: (query) => `لا نموذج يطابق «${fact(query)}».`,
  found: ({ count, text }) => counted({ count, written: text }, MODELS),
  kind: (kind) => (kind === 'video' ? 'فيديو' : 'صورة'),
  group: ({ kind, vendor }) => {
    const name = vendor === undefined ? 'أخرى' : fact(vendor);
    return kind === undefined ? name : `${kind === 'video' ? 'فيديو' : 'صورة'} · ${name}`;
  },
  facts: (parts) => line(parts.map(fact).join(' · ')),
  bestAt: (strengths) => line(strengths.map(fact).join('، ')),
  strength: (word) => STRENGTHS[word] ?? word,
  open: 'ليس في القائمة المعروفة. يقبل أي إعدادات.',
  autoChose: (model) => `تلقائي: ${fact(model)}`,
  reasons: {
    lettering: rule('الأفضل في الكتابة المقروءة'),
    people: rule('الأفضل في الأيدي والوجوه'),
    spatial: rule('الأفضل في الأعداد ومواضع الأشياء'),
    photoreal: rule('الأفضل فيما يبدو كصورة فوتوغرافية'),
    aesthetic: ({ words, language }) => (language === undefined ? rule('الأفضل في الرسوم')({ words }) : `الأفضل في الرسوم، ويجيد ${LANGUAGES[language]}.`),
    conversation: rule('مُعد للتعديل على جولات'),
    compliance: rule('يُوجَّه مباشرة إلى مزوّده، وقابل للتدقيق'),
    draft: rule('مسودة: السرعة والسعر المنخفض أولًا'),
    general: () => 'أفضل نموذج شامل لهذا.',
    natural: rule('الأفضل في الماء والطقس والحياة البرية'),
    character: rule('الأفضل في أشخاص يتحركون أو يتكلمون'),
    cinematic: rule('الأفضل في اللقطات السينمائية ولقطات الاستوديو'),
    cjk: ({ words, language }) => (language === undefined ? rule('يألف هذه البيئة')({ words }) : `يجيد الأوصاف ${LANGUAGES[language]}.`),
    fast: ({ seconds }) => (seconds === undefined ? 'دقة 720p تكفي: الفئة السريعة.' : `طلبت أقل من ${seconds} ث: الفئة السريعة.`),
    deadline: ({ seconds }) => (seconds === undefined ? 'الأفضل بين ما يكفي من السرعة.' : `طلبت أقل من ${seconds} ث: الأفضل بين ما يلحق ذلك.`),
    best_quality: () => 'أفضل ما يوجد لهذا.',
    lowered: () => 'أفضل إعداداته فوق حدودك، فخُفّضت.',
    wait_may_exceed: ({ wait }) => (wait === undefined ? 'قد يستغرق أكثر مما تسمح به.' : `يستغرق من ${wait.min} إلى ${wait.max} ث، وقد يزيد عما تسمح به.`),
    next_best: () => 'الخيار الأول لا يناسب حدودك.',
  },
  exclusions: {
    not_allowed: () => 'ليس من النماذج المسموح بها هنا.',
    not_reachable: () => 'مفتاحك لا يصل إليه.',
    unknown_limits: () => 'ليس في القائمة المعروفة. يقبل أي إعدادات.',
    size: only('لا يقبل مقاسًا.'),
    resolution: only('لا يقبل دقة.'),
    n: ({ most }) => (most === undefined ? 'ليس بهذا العدد دفعة واحدة.' : `الحد الأقصى دفعة واحدة: ${most}.`),
    duration: ({ least, most }) => (least === undefined || most === undefined ? 'بلا مدة.' : `من ${least} إلى ${most} ث فقط.`),
    aspect_ratio: only('لا يقبل نسبة الأبعاد هذه.'),
    seed: () => 'لا يقبل بذرة.',
    image_init: () => 'لا يستطيع البدء من صورة.',
    multi_turn: () => 'لا يعدّل على جولات.',
    compliance: () => 'لا يُوجَّه مباشرة وليس قابلًا للتدقيق.',
    latency: ({ most }) => (most === undefined ? 'يستغرق وقتًا طويلًا.' : `يحتاج إلى ${most} ث، أكثر مما تسمح به.`),
    cost: ({ most }) => (most === undefined ? 'سعره غير معروف.' : `يكلف ${fact(most)}، أكثر مما تسمح به.`),
  },
};
