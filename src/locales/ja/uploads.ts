import type { UploadMessages } from '../../react/words/uploads.js';

export const uploads: UploadMessages = {
  preparing: '画像を準備しています',
  sending: (percent) => `画像をアップロードしています：${percent}`,
  cancel: 'アップロードを中止',
  unsupported: 'この画像は使えません。PNG、JPEG、WebP の画像を選んでください。',
  heic: 'HEIC 形式の画像で、このブラウザーでは読み込めません。JPEG で保存して選び直してください。',
  limit: (retryAt) => (retryAt === undefined ? '多くの画像が送信されました。しばらくしてからお試しください。' : `多くの画像が送信されました。${retryAt} 以降にお試しください。`),
  offline: 'オフラインのため、何も送信されていません。接続が戻ったらお試しください。',
};
