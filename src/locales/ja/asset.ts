import type { AssetMessages, Place } from '../../react/words/asset.js';
import { thing } from './parts.js';

const REUSE: Record<Parameters<AssetMessages['reuse']>[0], string> = {
  reference: '参照画像に使う',
  sameSeed: '同じシードを使う',
  remix: 'リミックス',
  variations: 'バリエーション',
};

const of = ({ index, count }: Place): string => `${count}件中${index}件目`;

export const asset: AssetMessages = {
  label: (kind) => `生成した${thing(kind)}`,
  alt: ({ kind, prompt, place }) => {
    const text = prompt ?? `生成した${thing(kind)}`;
    return place === undefined ? text : `${text}（${of(place)}）`;
  },
  empty: (kind) => `${thing(kind)}はここに表示されます`,
  rendering: (kind) => `${thing(kind)}を生成しています`,
  stopped: (kind) => `${thing(kind)}は生成されませんでした`,
  unknown: (kind) => `${thing(kind)}が生成されたかどうかは、まだわかりません`,
  blocked: { title: '安全フィルターにより停止しました', text: 'プロンプトは下に残っています。変更して、もう一度お試しください。' },
  editPrompt: 'プロンプトを編集',
  unsafe: (kind) => ({ title: '表示していません', text: `この${thing(kind)}のアドレスは安全ではありません。` }),
  expired: (kind) => ({
    title: 'リンクの有効期限が切れました',
    text: `読み込む前に有効期間が終わりました。新しいリンクを取得するには、${thing(kind)}をもう一度生成してください。`,
  }),
  broken: (kind) => ({ title: `${thing(kind)}を読み込めませんでした`, text: '接続を確認して、もう一度読み込んでください。' }),
  unreadable: (kind) => ({ title: `${thing(kind)}を読み取れませんでした`, text: '受信したデータが壊れています。もう一度生成してください。' }),
  reload: '再読み込み',
  action: (label, place) => (place === undefined ? label : `${label}、${of(place)}`),
  actions: (place) => (place === undefined ? '操作' : `${of(place)}の操作`),
  enlarge: '拡大表示',
  notLoaded: '読み込めませんでした。接続を確認して、もう一度お試しください。',
  prompt: 'プロンプト',
  revisedPrompt: 'モデルが書き直したプロンプト',
  pixels: (width, height) => `${width} × ${height}`,
  copyImage: '画像をコピー',
  imageCopied: '画像をコピーしました',
  imageNotCopied: (why) =>
    why === 'server' ? '配信元のサーバーがコピーを許可していません。ダウンロードしてください。' : 'このブラウザーでは画像をコピーできません。ダウンロードしてください。',
  copyPrompt: 'プロンプトをコピー',
  copyOf: (title) => `${title}をコピー`,
  promptCopied: 'プロンプトをコピーしました',
  promptNotCopied: 'このブラウザーでは自動でコピーできません。プロンプトを選択してコピーしてください。',
  reuse: (how) => REUSE[how],
  download: 'ダウンロード',
  downloading: 'ダウンロード中',
  downloadInTab: '新しいタブで開く',
  downloadInTabNote: '配信元のサーバーがここからの保存を許可していません。新しいタブで保存してください。',
  downloadGone: 'リンクが無効になったため、保存できません。',
  expires: ({ minutes, canRenew }) =>
    canRenew
      ? `リンクはあと${minutes.written}分で期限切れです。ダウンロードするか更新してください。`
      : `リンクはあと${minutes.written}分で期限切れです。残すにはダウンロードしてください。`,
  expiredShown: (kind) => `リンクの有効期間が終わりました。ページを離れると${thing(kind)}を取得できなくなることがあります。今のうちにダウンロードしてください。`,
  renew: 'リンクを更新',
  renewing: 'リンクを更新中',
  notRenewed: 'リンクを更新できませんでした。もう一度試すか、今のうちにダウンロードしてください。',
};
