import type { UploadMessages } from '../../react/words/uploads.js';

export const uploads: UploadMessages = {
  preparing: 'يجري تجهيز الصورة',
  sending: (percent) => `يجري رفع الصورة: ${percent}`,
  cancel: 'إلغاء الرفع',
  unsupported: 'لا يمكن استخدام هذه الصورة. اختر صورة بصيغة PNG أو JPEG أو WebP.',
  heic: 'هذه صورة HEIC لا يستطيع هذا المتصفح قراءتها. احفظها بصيغة JPEG ثم اخترها.',
  limit: (retryAt) => (retryAt === undefined ? 'أرسلت صورًا كثيرة. حاول مرة أخرى لاحقًا.' : `أرسلت صورًا كثيرة. حاول مرة أخرى بعد ${retryAt}.`),
  offline: 'أنت غير متصل، ولم يُرسل شيء. حاول مرة أخرى عند عودة الاتصال.',
};
