import type { ExclusionFacts, ModelMessages, ReasonFacts, WishField } from '../../react/words/models.js';
import { thing } from './parts.js';
import { STRENGTHS } from './strengths.js';

const LANGUAGES = { zh: '中国語', ja: '日本語', ko: '韓国語' };

const GIVEN_UP: Partial<Record<WishField, string>> = {
  seed: 'シードを指定しない',
  imageInit: '参照画像を使わない',
  multiTurn: '対話での編集を求めない',
  compliance: '監査できる直接接続を求めない',
};

/** A rule, and the words of the prompt that it follows from. */
const rule =
  (text: string) =>
  ({ words }: ReasonFacts): string =>
    words === undefined ? `${text}。` : `${text}：${words}。`;

const only =
  (otherwise: string) =>
  ({ options }: ExclusionFacts): string =>
    options === undefined ? otherwise : `${options} のみです。`;

export const models: ModelMessages = {
  label: 'モデル',
  auto: '自動',
  autoText: 'ご希望に合うモデルを選び、理由を示します。',
  looking: 'モデルを選択中',
  choose: 'モデルを選択',
  unavailable: '今は自動で選べません。モデルを選んでください。',
  nothingFits: { title: '合うモデルがありません', text: 'すべてを満たすモデルはありません。' },
  suggestion: ({ changes, model }) => `${changes.join('、')}と、${model} が使えます。`,
  change: ({ field, to }) => {
    if (field === 'models') return '選べるモデルを増やす';
    if (to === undefined) return GIVEN_UP[field] ?? '条件を減らす';
    const say: Partial<Record<WishField, string>> = {
      latencyBudgetSeconds: `${to}秒まで待つ`,
      maxCost: `${to} まで使う`,
      durationSeconds: `長さを${to}秒にする`,
      n: `数を${to}にする`,
    };
    return say[field] ?? `${to} にする`;
  },
  loadFailed: 'モデルの一覧を読み込めませんでした。もう一度お試しください。',
  search: 'モデルを検索',
  list: 'モデルの一覧',
  noMatch: (query) => `「${query}」に一致するモデルはありません。`,
  found: ({ text }) => `モデル${text}件`,
  kind: thing,
  group: ({ kind, vendor = 'その他' }) => (kind === undefined ? vendor : `${thing(kind)} · ${vendor}`),
  facts: (parts) => parts.join(' · '),
  bestAt: (strengths) => strengths.join('、'),
  strength: (word) => STRENGTHS[word] ?? word,
  open: 'カタログにないモデルです。どの設定でも使えます。',
  autoChose: (model) => `自動：${model}`,
  reasons: {
    lettering: rule('読みやすい文字が得意です'),
    people: rule('手と顔が得意です'),
    spatial: rule('数と位置が得意です'),
    photoreal: rule('写真のような表現が得意です'),
    aesthetic: ({ words, language }) =>
      language === undefined ? rule('イラストが得意です')({ words }) : `イラストが得意で、${LANGUAGES[language]}にも強いモデルです。`,
    conversation: rule('対話での編集に向いています'),
    compliance: rule('提供元に直接つながり、監査できます'),
    draft: rule('下書きなので、速さと低料金を優先します'),
    general: () => 'この内容に最もバランスの良いモデルです。',
    natural: rule('水、天候、野生動物が得意です'),
    character: rule('動く人物や話す人物が得意です'),
    cinematic: rule('映画やスタジオの映像が得意です'),
    cjk: ({ words, language }) => (language === undefined ? rule('この舞台を得意とします')({ words }) : `${LANGUAGES[language]}のプロンプトを得意とします。`),
    fast: ({ seconds }) => (seconds === undefined ? '720p で足りるため、高速モデルです。' : `${seconds}秒未満のため、高速モデルです。`),
    deadline: ({ seconds }) => (seconds === undefined ? '間に合うモデルの中で最良です。' : `${seconds}秒未満に間に合うモデルの中で最良です。`),
    best_quality: () => 'この内容に最も高画質なモデルです。',
    lowered: () => '最高の設定は上限を超えるため、設定を下げています。',
    wait_may_exceed: ({ wait }) =>
      wait === undefined ? '待ち時間がご希望を超えることがあります。' : `所要時間は${wait.min}〜${wait.max}秒で、ご希望を超えることがあります。`,
    next_best: () => '第一候補は条件に合いませんでした。',
  },
  exclusions: {
    not_allowed: () => 'ここで使えるモデルに含まれていません。',
    not_reachable: () => 'お使いのキーでは利用できません。',
    unknown_limits: () => 'カタログにないモデルです。どの設定でも使えます。',
    size: only('サイズは指定できません。'),
    resolution: only('解像度は指定できません。'),
    n: ({ most }) => (most === undefined ? '一度にこれほど多くは生成できません。' : `一度に最大${most}件です。`),
    duration: ({ least, most }) => (least === undefined || most === undefined ? '長さはありません。' : `${least}〜${most}秒のみです。`),
    aspect_ratio: only('この縦横比には対応していません。'),
    seed: () => 'シードは指定できません。',
    image_init: () => '画像から始めることはできません。',
    multi_turn: () => '対話での編集には対応していません。',
    compliance: () => '監査できる直接接続ではありません。',
    latency: ({ most }) => (most === undefined ? '時間がかかりすぎます。' : `${most}秒かかり、ご希望を超えます。`),
    cost: ({ most }) => (most === undefined ? '料金がわかりません。' : `${most} かかり、ご希望を超えます。`),
  },
};
