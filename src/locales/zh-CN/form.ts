import type { FormMessages } from '../../react/words/form.js';
import { piece, thing } from './parts.js';

const FIELDS: Record<Parameters<FormMessages['field']>[0], string> = {
  prompt: '提示词',
  model: '模型',
  aspectRatio: '画面比例',
  size: '尺寸',
  resolution: '分辨率',
  quality: '画质',
  style: '风格',
  stylePreset: '风格',
  motionIntensity: '运动幅度',
  outputFormat: '格式',
  outputCompression: '压缩程度',
  n: '图片数量',
  durationSeconds: '时长（秒）',
  seed: '种子',
  negativePrompt: '排除内容',
  image: '参考图',
  mask: '标记',
};

const OPTIONS: Record<string, string> = {
  standard: '标准',
  hd: '高清',
  low: '低',
  medium: '中',
  high: '高',
  auto: '自动',
  natural: '自然',
  vivid: '鲜明',
  png: 'PNG',
  webp: 'WebP',
  jpeg: 'JPEG',
  cinematic: '电影',
  anime: '动漫',
  documentary: '纪录片',
  none: '无',
};

const OUTLINES = { wide: '横向', tall: '纵向', square: '方形' };

const reference = (kind: Parameters<FormMessages['addImage']>[0]): string => (kind === 'video' ? '首帧' : '参考图');

export const form: FormMessages = {
  kinds: '生成类型',
  kind: thing,
  promptExample: (kind) => (kind === 'video' ? '镜头缓缓推近一碗拉面，热气升腾，窗光从左侧照入' : '左边一把水壶，右边一只马克杯，清晨的光线'),
  characters: ({ count, limit }) => (limit === undefined ? `${count} 个字符` : `${count} / ${limit} 个字符`),
  field: (field, kind) => (field === 'image' ? reference(kind) : FIELDS[field]),
  option: (option) => OPTIONS[option] ?? option,
  automatic: '自动',
  more: '更多设置',
  less: (field) => `${field}：减一`,
  plus: (field) => `${field}：加一`,
  pixels: (width, height) => `${width} × ${height}`,
  shape: ({ ratio, outline }) => `${ratio}，${OUTLINES[outline]}`,
  auto: '自动',
  autoIs: (model) => `自动：${model}`,
  autoLooking: '自动：正在选择',
  notReached: (model) => `${model}（您无法使用）`,
  usualWait: ({ min, max, isOne, isRecent }) => `${isRecent ? '最近' : '通常'} ${isOne ? min : `${min}–${max}`} 秒`,
  language: ({ model, better }) =>
    better === 'english' ? `${model} 对英文提示词的理解最好。` : `${model} 对中文、日文、韩文和英文提示词的理解最好。`,
  randomSeed: '随机',
  pickSeed: '选定一个',
  forgetSeed: '改为随机',
  addImage: (kind) => `拖放、粘贴或选择${reference(kind)}`,
  dropImage: '将图片拖放到这里',
  removeImage: '移除图片',
  imagePreview: reference,
  imageName: (name) => name,
  changesTitle: (model) => `已按 ${model} 调整`,
  change: ({ field, from, to }) => {
    if (to === undefined) return `${field}：此模型不使用，已为其他模型保留`;
    return from === undefined ? `${field}：${to}` : `${field}：${to}（原为：${from}）`;
  },
  modelGone: (model) => `${model} 在此不可用，已改用其他模型。`,
  promptEmpty: '请简单描述要生成的内容。',
  promptTooLong: ({ over }) => `超出 ${over} 个字符。请缩短。`,
  noModel: '没有模型能同时满足这些设置。请更改画面比例、时长、数量或起始图片。',
  notWhole: ({ min, max }) => (max === undefined ? `请输入不小于 ${min} 的整数。` : `请输入 ${min} 到 ${max} 之间的整数。`),
  imageType: '这不是 PNG、JPEG 或 WebP 图片。请另选一张。',
  imageTooLarge: ({ megabytes, limit }) => `这张图片有 ${megabytes} MB，上限为 ${limit} MB。请选择较小的图片。`,
  imageUnreadable: '未能读取这张图片。请另选一张。',
  imageUnfetched: '未能从地址载入这张图片，也没有发送任何内容。请先下载图片，再选择该文件。',
  imageAddress: '这不是图片的地址。地址以 https:// 开头。',
  imageNoUpload: '此应用没有存放文件的地方。请改为填写图片的地址。',
  imageUpload: '未能上传图片，也没有发送任何内容。请重试。',
  refused: (message) => `设置未被接受：${message}`,
  generate: '生成',
  generateFor: ({ price, exact }) => (exact ? `生成 · ${price}` : `生成 · 最多 ${price}`),
  generating: '正在生成',
  uploading: '正在上传图片',
  shortfall: (amount) => `余额还差 ${amount}。请充值，或缩短时长、减小尺寸。`,
  busy: (kind) => (kind === 'video' ? `一次只能生成一${piece(kind)}：请等待完成，或将其取消。` : '一次只能进行一项：请等待完成，或将其取消。'),
  controlKey: 'Ctrl',
};
