import type { UploadMessages } from '../../react/words/uploads.js';

export const uploads: UploadMessages = {
  preparing: '正在准备图片',
  sending: (percent) => `正在上传图片：${percent}`,
  cancel: '取消上传',
  unsupported: '无法使用这张图片。请选择 PNG、JPEG 或 WebP 图片。',
  heic: '这是 HEIC 图片，此浏览器无法读取。请另存为 JPEG 后再选择。',
  limit: (retryAt) => (retryAt === undefined ? '已发送很多图片，请稍后再试。' : `已发送很多图片，请在 ${retryAt} 后再试。`),
  offline: '您已离线，没有发送任何内容。恢复连接后请重试。',
};
