import type { AssetMessages, Place } from '../../react/words/asset.js';
import { piece, thing } from './parts.js';

const REUSE: Record<Parameters<AssetMessages['reuse']>[0], string> = {
  reference: '用作参考图',
  sameSeed: '使用相同种子',
  remix: '再创作',
  variations: '生成变体',
};

const of = ({ index, count }: Place): string => `第 ${index} 项，共 ${count} 项`;

export const asset: AssetMessages = {
  label: (kind) => `生成的${thing(kind)}`,
  alt: ({ kind, prompt, place }) => {
    const text = prompt ?? `生成的${thing(kind)}`;
    return place === undefined ? text : `${text}（${of(place)}）`;
  },
  empty: (kind) => `您的${thing(kind)}会显示在这里`,
  rendering: (kind) => `您的${thing(kind)}正在生成`,
  stopped: (kind) => `没有生成${thing(kind)}`,
  unknown: (kind) => `尚不确定您的${thing(kind)}是否已生成`,
  blocked: { title: '被安全过滤器拦截', text: '您的提示词保留在下方，修改后可以重试。' },
  editPrompt: '修改提示词',
  unsafe: (kind) => ({ title: '未显示', text: `这${piece(kind)}的地址不安全。` }),
  expired: (kind) => ({ title: '此链接已过期', text: `链接在加载之前就已失效。请重新生成${thing(kind)}，以获取新链接。` }),
  broken: (kind) => ({ title: `未能加载这${piece(kind)}`, text: '请检查网络后重新加载。' }),
  unreadable: (kind) => ({ title: `未能读取这${piece(kind)}`, text: '收到的数据已损坏。请重新生成。' }),
  reload: '重新加载',
  action: (label, place) => (place === undefined ? label : `${label}，${of(place)}`),
  actions: (place) => (place === undefined ? '操作' : `操作：${of(place)}`),
  enlarge: '放大查看',
  notLoaded: '未能加载。请检查网络后重试。',
  prompt: '提示词',
  revisedPrompt: '模型改写后的提示词',
  pixels: (width, height) => `${width} × ${height}`,
  copyImage: '复制图片',
  imageCopied: '图片已复制',
  imageNotCopied: (why) => (why === 'server' ? '图片所在的服务器不允许在此复制。请改为下载。' : '此浏览器不能在此复制图片。请改为下载。'),
  copyPrompt: '复制提示词',
  copyOf: (title) => `复制${title}`,
  promptCopied: '提示词已复制',
  promptNotCopied: '此浏览器不能在此复制文字。请选中提示词后复制。',
  reuse: (how) => REUSE[how],
  download: '下载',
  downloading: '正在下载',
  downloadInTab: '在新标签页中打开',
  downloadInTabNote: '所在的服务器不允许从这里保存。请在新标签页中保存。',
  downloadGone: '链接已失效，没有可以保存的内容。',
  expires: ({ minutes, canRenew }) =>
    canRenew ? `此链接将在 ${minutes.written} 分钟后过期。请下载，或更新链接。` : `此链接将在 ${minutes.written} 分钟后过期。如需保留，请下载。`,
  expiredShown: (kind) => `此链接的有效期已过。离开页面后可能无法再打开，请现在下载这${piece(kind)}。`,
  renew: '更新链接',
  renewing: '正在更新链接',
  notRenewed: '未能更新链接。请重试，或现在下载。',
};
