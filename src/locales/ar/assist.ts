import type { AssistMessages } from '../../react/words/assist.js';

export const assist: AssistMessages = {
  title: 'مساعدة في الوصف',
  improve: 'تحسين',
  improving: 'جارٍ تحسين الوصف',
  stop: 'إيقاف',
  suggestion: 'الوصف المقترح',
  use: 'استخدام هذا',
  keep: 'إبقاء وصفي',
  undo: 'تراجع',
};
