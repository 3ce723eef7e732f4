import type { ExclusionFacts, ModelMessages, ReasonFacts, WishField } from '../../react/words/models.js';
import { thing } from './parts.js';
import { STRENGTHS } from './strengths.js';

const LANGUAGES = { zh: '中文', ja: '日文', ko: '韩文' };

const GIVEN_UP: Partial<Record<WishField, string>> = {
  seed: '不指定种子',
  imageInit: '不使用参考图',
  multiTurn: '不要求多轮编辑',
  compliance: '不要求可审计的直连',
};

/** A rule, and the words of the prompt that it follows from. */
const rule =
  (text: string) =>
  ({ words }: ReasonFacts): string =>
    words === undefined ? `${text}。` : `${text}：${words}。`;

const only =
  (otherwise: string) =>
  ({ options }: ExclusionFacts): string =>
    options === undefined ? otherwise : `仅支持 ${options}。`;

export const models: ModelMessages = {
  label: '模型',
  auto: '自动',
  autoText: '按您的要求选择合适的模型，并说明理由。',
  looking: '正在选择模型',
  choose: '选择模型',
  unavailable: '目前不能自动选择。请选择一个模型。',
  nothingFits: { title: '没有合适的模型', text: '没有模型能满足所有要求。' },
  suggestion: ({ changes, model }) => `${changes.join('，并')}，即可使用 ${model}。`,
  change: ({ field, to }) => {
    if (field === 'models') return '允许更多模型';
    if (to === undefined) return GIVEN_UP[field] ?? '降低要求';
    const say: Partial<Record<WishField, string>> = {
      latencyBudgetSeconds: `允许等待 ${to} 秒`,
      maxCost: `允许花费 ${to}`,
      durationSeconds: `将时长改为 ${to} 秒`,
      n: `将数量改为 ${to}`,
    };
    return say[field] ?? `改用 ${to}`;
  },
  loadFailed: '未能加载模型列表。请重试。',
  search: '搜索模型',
  list: '模型列表',
  noMatch: (query) => `没有与“${query}”匹配的模型。`,
  found: ({ text }) => `${text} 个模型`,
  kind: thing,
  group: ({ kind, vendor = '其他' }) => (kind === undefined ? vendor : `${thing(kind)} · ${vendor}`),
  facts: (parts) => parts.join(' · '),
  bestAt: (strengths) => strengths.join('、'),
  strength: (word) => STRENGTHS[word] ?? word,
  open: '不在目录中。可使用任何设置。',
  autoChose: (model) => `自动：${model}`,
  reasons: {
    lettering: rule('最擅长清晰的文字'),
    people: rule('最擅长手部与面部'),
    spatial: rule('最擅长数量与位置'),
    photoreal: rule('最擅长照片般的画面'),
    aesthetic: ({ words, language }) => (language === undefined ? rule('最擅长插画')({ words }) : `最擅长插画，也熟悉${LANGUAGES[language]}。`),
    conversation: rule('适合多轮编辑'),
    compliance: rule('直连提供方，可供审计'),
    draft: rule('草稿：快速和低价优先'),
    general: () => '对此要求，整体表现最好。',
    natural: rule('最擅长水、天气与野生动物'),
    character: rule('最擅长会动或说话的人物'),
    cinematic: rule('最擅长电影与影棚镜头'),
    cjk: ({ words, language }) => (language === undefined ? rule('熟悉这一场景')({ words }) : `熟悉${LANGUAGES[language]}提示词。`),
    fast: ({ seconds }) => (seconds === undefined ? '720p 已经足够：选用快速档。' : `您要求在 ${seconds} 秒以内：选用快速档。`),
    deadline: ({ seconds }) => (seconds === undefined ? '在足够快的模型中最好。' : `您要求在 ${seconds} 秒以内：在足够快的模型中最好。`),
    best_quality: () => '对此要求，画质最好。',
    lowered: () => '最高的设置超出您的限制，因此已调低。',
    wait_may_exceed: ({ wait }) => (wait === undefined ? '用时可能超过您允许的时间。' : `用时 ${wait.min}–${wait.max} 秒，可能超过您允许的时间。`),
    next_best: () => '首选模型不符合您的限制。',
  },
  exclusions: {
    not_allowed: () => '不在此处可用的模型之中。',
    not_reachable: () => '您的密钥无法使用此模型。',
    unknown_limits: () => '不在目录中。可使用任何设置。',
    size: only('不能设置尺寸。'),
    resolution: only('不能设置分辨率。'),
    n: ({ most }) => (most === undefined ? '一次不能生成这么多。' : `一次最多 ${most} 个。`),
    duration: ({ least, most }) => (least === undefined || most === undefined ? '没有时长。' : `仅支持 ${least} 到 ${most} 秒。`),
    aspect_ratio: only('不支持这一画面比例。'),
    seed: () => '不能设置种子。',
    image_init: () => '不能从图片开始。',
    multi_turn: () => '不支持多轮编辑。',
    compliance: () => '不是可审计的直连。',
    latency: ({ most }) => (most === undefined ? '用时过长。' : `需要 ${most} 秒，超过您允许的时间。`),
    cost: ({ most }) => (most === undefined ? '价格未知。' : `费用为 ${most}，超过您允许的金额。`),
  },
};
