import type { GalleryItemStatus, GalleryMessages, GalleryStatusGroup, NotSaved } from '../../react/words/gallery.js';
import { piece, thing } from './parts.js';

const STATUS: Record<GalleryItemStatus, string> = {
  submitting: '正在提交',
  queued: '排队中',
  running: '正在渲染',
  completed: '已完成',
  failed: '失败',
  cancelled: '已取消',
  unknown: '未知',
};

const GROUP: Record<GalleryStatusGroup | 'all', string> = {
  all: '所有状态',
  active: '进行中',
  completed: '已完成',
  failed: '失败',
  cancelled: '已取消',
  unknown: '结果未知',
};

const NOT_SAVED: Record<NotSaved, string> = {
  gone: '链接已失效。',
  forbidden: '所在的服务器不允许从这里保存。',
  unsafe: '地址不安全。',
  unreadable: '收到的数据已损坏。',
};

export const gallery: GalleryMessages = {
  label: '历史记录',
  keys: ({ open, select, remove }) =>
    ['按方向键移动', open && '按回车键打开', select && '按空格键选择', remove && '按删除键移除'].filter(Boolean).join('，'),
  filters: '筛选历史记录',
  search: '搜索提示词',
  kind: '类型',
  kindOf: (kind) => (kind === 'all' ? '全部' : thing(kind)),
  status: '状态',
  statusGroup: (group) => GROUP[group],
  model: '模型',
  allModels: '所有模型',
  count: ({ shown, total }) => (shown.count === total.count ? `${total.written} 项` : `${shown.written} 项，共 ${total.written} 项`),
  showNew: ({ written }) => `显示 ${written} 项新内容`,
  statusOf: (status) => STATUS[status],
  results: ({ kind, results: { count, written } }) => (count > 1 ? `${written} ${piece(kind)}` : thing(kind)),
  notBilled: '未计费',
  amountNotTold: '金额未告知',
  mayBeBilled: '可能计费',
  expired: '链接已过期',
  broken: '未能加载',
  unsafe: '未显示：地址不安全',
  unreadable: '收到的数据已损坏',
  noResult: '没有结果',
  resultToCome: '正在获取结果',
  notKept: '已生成，但未保存在此设备上',
  select: '选择',
  selected: ({ written }) => `已选择 ${written} 项`,
  selectAll: '全选',
  clearSelection: '取消选择',
  download: '下载',
  remove: '移除',
  removed: ({ written }) => `已移除 ${written} 项`,
  removeTitle: ({ count, written }) => (count === 1 ? '从历史记录中移除此项？' : `从历史记录中移除这 ${written} 项？`),
  removeText: ({ items, active }) => {
    const kept = '这里将不再保留链接。如需保留内容，请先下载。';
    if (active.count === 0) return kept;
    return items.count === 1 ? `${kept}此项仍在渲染：渲染会继续，并可能计费。` : `${kept}其中 ${active.written} 项仍在渲染：渲染会继续，并可能计费。`;
  },
  removeConfirm: ({ count, written }) => (count === 1 ? '移除' : `移除 ${written} 项`),
  keep: '保留',
  saving: ({ done, total }) => `正在保存第 ${done.written} 项，共 ${total.written} 项`,
  saved: ({ saved, total, stopped }) => {
    if (stopped) return `已停止，已保存 ${saved.written} 项，共 ${total.written} 项`;
    if (saved.count < total.count) return `已保存 ${saved.written} 项，共 ${total.written} 项`;
    return total.count === 1 ? '已保存' : `${total.written} 项已全部保存`;
  },
  nothingToSave: '没有可以保存的内容：所选各项都没有结果。',
  notSaved: (reason) => NOT_SAVED[reason],
  openInTab: '在新标签页中打开',
  openOneInTab: (prompt) => `在新标签页中打开“${prompt}”`,
  stop: '停止',
  dismiss: '关闭',
  loading: '正在加载历史记录',
  empty: { title: '这里还没有内容', text: '您生成的内容会保留在这里，最新的在最前面。' },
  nothingFound: { title: '没有匹配的内容', text: '没有一项符合所有筛选条件。' },
  clearFilters: '清除筛选',
  failed: { title: '未能加载历史记录', text: '内容没有丢失。请稍后重试。' },
  retry: '重试',
};
