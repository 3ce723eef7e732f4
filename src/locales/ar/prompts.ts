import type { PromptMessages } from '../../react/words/prompts.js';
import { fact } from './isolate.js';

export const prompts: PromptMessages = {
  open: 'الأوصاف المحفوظة',
  name: 'الاسم',
  tags: 'وسوم، بينها فواصل',
  save: 'حفظ هذا الوصف',
  saved: 'حُفظ',
  notSaved: 'لم يُحفظ. اختصر الاسم والوسوم، أو أزِل غيره.',
  notKept: 'يحتفظ بها هذا المتصفح حتى تُغلق الصفحة.',
  search: 'بحث',
  none: 'لم يُعثر على شيء',
  recent: 'الأحدث',
  remove: (name) => `إزالة ${fact(name)}`,
  removed: (name) => `أُزيل: ${fact(name)}`,
  taken: (name) => `في النموذج: ${fact(name)}`,
  undo: 'تراجع',
};
