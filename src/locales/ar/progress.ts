import type { GenerationKind } from '../../react/words/parts.js';
import type { CompletedCost, ProgressMessages } from '../../react/words/progress.js';
import { fact } from './isolate.js';

const isVideo = (kind: GenerationKind): boolean => kind === 'video';

const money = ({ billed, estimated, estimatedBy = 'gateway' }: CompletedCost): string => {
  if (billed !== undefined) return `المحتسب ${fact(billed)}`;
  if (estimated === undefined) return 'احتُسب، ولم يُذكر المبلغ';
  return `المحتسب نحو ${fact(estimated)}، حسب ${estimatedBy === 'gateway' ? 'تقدير البوابة' : 'قائمة الأسعار'}`;
};

const line = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');

export const progress: ProgressMessages = {
  label: (kind) => (isVideo(kind) ? 'إنشاء فيديو' : 'إنشاء صورة'),
  submitting: 'جارٍ الإرسال',
  queued: 'في الانتظار',
  running: 'جارٍ الإنشاء',
  cancelling: 'جارٍ الإلغاء',
  stages: 'المراحل',
  stageSubmitted: 'أُرسلت',
  stageQueued: 'الانتظار',
  stageRunning: 'الإنشاء',
  stageReady: 'جاهزة',
  clock: ({ elapsed, remaining, overdue }) => {
    if (remaining !== undefined) return `${elapsed} · بقي نحو ${remaining}`;
    if (overdue === 'slightly') return `${elapsed} · أوشكت على الانتهاء`;
    return overdue === 'clearly' ? `${elapsed} · أطول من المعتاد` : elapsed;
  },
  valueText: (stage, remaining) => (remaining === undefined ? stage : `${stage}، بقي نحو ${remaining}`),
  cancelFree: 'إلغاء · مجانًا',
  cancelBillable: (upTo) => (upTo === undefined ? 'إلغاء · قد يُحتسب ما أُنشئ' : `إلغاء · قد يُحتسب حتى ${fact(upTo)}`),
  stopWaiting: 'إيقاف الانتظار · قد تُحتسب مع ذلك',
  check: 'التحقق من جديد',
  checking: 'جارٍ التحقق',
  retry: 'إعادة المحاولة',
  retryBillable: 'إعادة المحاولة · قد تُحتسب من جديد',
  reconnecting: (kind) => ({
    title: 'جارٍ استعادة الاتصال',
    text: isVideo(kind) ? 'ما زال إنشاء الفيديو مستمرًا، وسيظهر هنا.' : 'ما زال إنشاء الصورة مستمرًا، وستظهر هنا.',
  }),
  offline: (kind) => ({
    title: 'أنت غير متصل',
    text: isVideo(kind)
      ? 'ما زال إنشاء الفيديو مستمرًا، وسيظهر عند عودة الاتصال.'
      : 'ما زال إنشاء الصورة مستمرًا، وستظهر عند عودة الاتصال.',
  }),
  completed: ({ took, ...cost }) => ({ title: 'جاهزة', text: line(money(cost), took && `استغرقت ${took}`) }),
  finishedAnyway: (cost) => ({ title: 'انتهت قبل أن تُلغى', text: line(money(cost), 'النتيجة لك') }),
  cancelledFree: (wasRunning) => ({
    title: 'أُلغيت، ولم يُحتسب شيء',
    text: wasRunning ? 'توقفت قبل احتساب أي مبلغ.' : 'كانت ما تزال في الانتظار.',
  }),
  cancelledBilled: (amount) => ({
    title: amount === undefined ? 'أُلغيت، واحتُسب جزء منها' : `أُلغيت، واحتُسب ${fact(amount)}`,
    text: 'عن الثواني التي أُنشئت.',
  }),
  stoppedWaiting: { title: 'توقف الانتظار', text: 'قد تنتهي مع ذلك، وقد تُحتسب.' },
  unknown: ({ kind, checkable }) => {
    if (checkable) return { title: 'جارٍ التحقق مما حدث', text: 'ضاع الرد في الطريق. التحقق لا يبدأ شيئًا ولا يحتسب شيئًا مرتين.' };
    return { title: 'ضاع الرد في الطريق', text: isVideo(kind) ? 'ربما أُنشئ الفيديو، وربما احتُسب.' : 'ربما أُنشئت الصورة، وربما احتُسبت.' };
  },
  billedNothing: 'لم يُحتسب شيء.',
  billed: (amount) => (amount === undefined ? 'احتُسبت.' : `احتُسب ${fact(amount)}.`),
  billedUnknown: 'ربما احتُسبت.',
  requestId: (id) => `الطلب ${fact(id)}`,
};
