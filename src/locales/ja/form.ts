import type { FormMessages } from '../../react/words/form.js';
import { thing } from './parts.js';

const FIELDS: Record<Parameters<FormMessages['field']>[0], string> = {
  prompt: 'プロンプト',
  model: 'モデル',
  aspectRatio: '縦横比',
  size: 'サイズ',
  resolution: '解像度',
  quality: '画質',
  style: 'スタイル',
  stylePreset: 'スタイル',
  motionIntensity: '動きの強さ',
  outputFormat: '形式',
  outputCompression: '圧縮',
  n: '枚数',
  durationSeconds: '長さ（秒）',
  seed: 'シード',
  negativePrompt: '除外するもの',
  image: '参照画像',
  mask: '印',
};

const OPTIONS: Record<string, string> = {
  standard: '標準',
  hd: '高精細',
  low: '低',
  medium: '中',
  high: '高',
  auto: '自動',
  natural: '自然',
  vivid: '鮮やか',
  png: 'PNG',
  webp: 'WebP',
  jpeg: 'JPEG',
  cinematic: '映画風',
  anime: 'アニメ',
  documentary: 'ドキュメンタリー',
  none: 'なし',
};

const OUTLINES = { wide: '横長', tall: '縦長', square: '正方形' };

const reference = (kind: Parameters<FormMessages['addImage']>[0]): string => (kind === 'video' ? '最初のフレーム' : '参照画像');

export const form: FormMessages = {
  kinds: '生成するもの',
  kind: thing,
  promptExample: (kind) =>
    kind === 'video' ? '湯気の立つラーメンにゆっくりズームイン、左の窓から差し込む光' : '左にやかん、右にマグカップ、朝の光',
  characters: ({ count, limit }) => (limit === undefined ? `${count}文字` : `${count} / ${limit}文字`),
  field: (field, kind) => (field === 'image' ? reference(kind) : FIELDS[field]),
  option: (option) => OPTIONS[option] ?? option,
  automatic: '自動',
  more: 'その他の設定',
  less: (field) => `${field}：1減らす`,
  plus: (field) => `${field}：1増やす`,
  pixels: (width, height) => `${width} × ${height}`,
  shape: ({ ratio, outline }) => `${ratio}、${OUTLINES[outline]}`,
  auto: '自動',
  autoIs: (model) => `自動：${model}`,
  autoLooking: '自動：選択中',
  notReached: (model) => `${model}（利用できません）`,
  usualWait: ({ min, max, isOne, isRecent }) => `${isRecent ? '最近は' : '通常'}${isOne ? min : `${min}〜${max}`}秒`,
  language: ({ model, better }) =>
    better === 'english' ? `${model} は英語のプロンプトが最も得意です。` : `${model} は中国語、日本語、韓国語、英語のプロンプトが最も得意です。`,
  randomSeed: 'ランダム',
  pickSeed: '値を決める',
  forgetSeed: 'ランダムにする',
  addImage: (kind) => `${reference(kind)}をドロップ、貼り付け、または選択`,
  dropImage: 'ここに画像をドロップ',
  removeImage: '画像を外す',
  imagePreview: reference,
  imageName: (name) => name,
  changesTitle: (model) => `${model} 用に変更しました`,
  change: ({ field, from, to }) => {
    if (to === undefined) return `${field}：このモデルでは使わず、対応するモデルのために残します`;
    return from === undefined ? `${field}：${to}` : `${field}：${to}（変更前：${from}）`;
  },
  modelGone: (model) => `${model} はここでは利用できません。別のモデルを使います。`,
  promptEmpty: '生成したいものを短い文で入力してください。',
  promptTooLong: ({ over }) => `${over}文字超えています。短くしてください。`,
  noModel: 'すべてを同時に満たすモデルがありません。縦横比、長さ、枚数、開始画像のいずれかを変更してください。',
  notWhole: ({ min, max }) => (max === undefined ? `${min}以上の整数を入力してください。` : `${min}〜${max}の整数を入力してください。`),
  imageType: 'PNG、JPEG、WebP の画像ではありません。別の画像を選んでください。',
  imageTooLarge: ({ megabytes, limit }) => `この画像は ${megabytes} MB で、上限の ${limit} MB を超えています。小さい画像を選んでください。`,
  imageUnreadable: 'この画像は読み取れません。別の画像を選んでください。',
  imageUnfetched: 'この画像をアドレスから読み込めず、何も送信されていません。ダウンロードしてから、そのファイルを選んでください。',
  imageAddress: '画像のアドレスではありません。アドレスは https:// で始まります。',
  imageNoUpload: 'このアプリにはファイルの保存先がありません。画像のアドレスを入力してください。',
  imageUpload: '画像をアップロードできず、何も送信されていません。もう一度お試しください。',
  refused: (message) => `設定が受け付けられませんでした：${message}`,
  generate: '生成',
  generateFor: ({ price, exact }) => (exact ? `生成 · ${price}` : `生成 · 最大 ${price}`),
  generating: '生成中',
  uploading: '画像をアップロード中',
  shortfall: (amount) => `残高が ${amount} 足りません。チャージするか、長さやサイズを減らしてください。`,
  busy: (kind) => (kind === 'video' ? '動画は1本ずつ生成できます。完成を待つか、キャンセルしてください。' : '生成は1つずつできます。完成を待つか、キャンセルしてください。'),
  controlKey: 'Ctrl',
};
