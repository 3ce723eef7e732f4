import type { ErrorFacts, ErrorMessages, ErrorWords } from '../../react/words/errors.js';
import { fact } from './isolate.js';

const say = (title: string, advice: string) => (): ErrorWords => ({ title, advice });

const later = ({ retryAt }: ErrorFacts, otherwise: string): string => (retryAt === undefined ? otherwise : `أعد المحاولة عند ${retryAt}.`);

export const errors: ErrorMessages = {
  invalid_param: ({ field }) => ({
    title: field === undefined ? 'لم يُقبل أحد الإعدادات' : `لم يُقبل الإعداد «${fact(field)}»`,
    advice: 'غيّره ثم أعد المحاولة.',
  }),
  model_not_found: say('هذا النموذج غير موجود', 'اختر نموذجًا آخر.'),
  unsupported_model: say('لا يستطيع هذا النموذج فعل ذلك', 'اختر نموذجًا آخر.'),
  invalid_api_key: say('رُفض مفتاح هذا التطبيق', 'اطلب من مسؤول التطبيق فحص المفتاح.'),
  missing_api_key: say('ليس لهذا التطبيق مفتاح', 'اطلب من مسؤول التطبيق تزويد الخادم بمفتاح.'),
  not_signed_in: say('لم تسجّل الدخول', 'سجّل الدخول من جديد، ثم أعد المحاولة.'),
  proxy_not_found: say('لم يُضبط هذا التطبيق كما ينبغي', 'اطلب من مسؤول التطبيق فحص الإعدادات.'),
  insufficient_balance: say('الرصيد غير كافٍ', 'اشحن الرصيد ثم أعد المحاولة.'),
  quota_exceeded: say('بلغت حد الإنفاق', 'اطلب رفع الحد، أو انتظر الفترة التالية.'),
  permission_denied: say('غير مسموح', 'اطلب الإذن من مسؤول التطبيق.'),
  model_not_in_group: say('هذا النموذج غير متاح لك', 'اختر نموذجًا آخر.'),
  task_not_found: say('لم تعد هذه المهمة معروفة', 'أنشئها من جديد.'),
  not_found: say('لم يُعثر على شيء هناك', 'أنشئها من جديد.'),
  duplicate_out_task_id: say('أُرسلت من قبل بإعدادات أخرى', 'ابدأها كعملية جديدة.'),
  request_entity_too_large: say('الطلب كبير جدًا', 'اختصر الوصف أو استخدم صورة أصغر.'),
  rate_limit_exceeded: (facts) => ({ title: 'الإنفاق أسرع من الحد', advice: later(facts, 'انتظر بضع دقائق ثم أعد المحاولة.') }),
  concurrency_limit: say('عدد كبير في الوقت نفسه', 'انتظر حتى تنتهي واحدة ثم أعد المحاولة.'),
  safety_blocked: say('أوقفها مرشّح الأمان', 'غيّر الوصف ثم أعد المحاولة.'),
  internal_error: say('حدث خلل في الخدمة', 'أعد المحاولة بعد قليل.'),
  api_error: say('حدث خلل لدى مزوّد النموذج', 'أعد المحاولة بعد قليل، أو اختر نموذجًا آخر.'),
  timeout: say('استغرق الأمر وقتًا طويلًا', 'أعد المحاولة بعد قليل.'),
  aborted: say('توقفت', 'أنشئها من جديد متى أردت.'),
  invalid_config: say('لم يُضبط هذا التطبيق كما ينبغي', 'اطلب من مسؤول التطبيق فحص الإعدادات.'),
  invalid_response: say('تعذّرت قراءة الرد', 'أعد المحاولة بعد قليل.'),
  network_error: say('فشل الاتصال', 'تحقق من الشبكة ثم أعد المحاولة.'),
  offline: say('أنت غير متصل', 'لم يُرسل شيء. أعد المحاولة عند عودة الاتصال.'),
  outcome_unknown: say('ضاع الرد في الطريق', 'تحقق من النتيجة قبل إنشائها من جديد.'),
  still_running: say('ما زال الإنشاء جاريًا', 'انتظر حتى ينتهي.'),
  task_cancelled: say('أُلغيت', 'أنشئها من جديد متى أردت.'),
  task_failed: say('تعذّر إنشاؤها', 'أعد المحاولة، أو غيّر الوصف.'),
};
