import type { GalleryItemStatus, GalleryMessages, GalleryStatusGroup, NotSaved } from '../../react/words/gallery.js';
import { counter, thing } from './parts.js';

const STATUS: Record<GalleryItemStatus, string> = {
  submitting: '送信中',
  queued: '順番待ち',
  running: 'レンダリング中',
  completed: '完成',
  failed: '失敗',
  cancelled: 'キャンセル済み',
  unknown: '不明',
};

const GROUP: Record<GalleryStatusGroup | 'all', string> = {
  all: 'すべての状態',
  active: '進行中',
  completed: '完成',
  failed: '失敗',
  cancelled: 'キャンセル済み',
  unknown: '結果不明',
};

const NOT_SAVED: Record<NotSaved, string> = {
  gone: 'リンクが無効になっています。',
  forbidden: '配信元のサーバーがここからの保存を許可していません。',
  unsafe: 'アドレスが安全ではありません。',
  unreadable: '受信したデータが壊れています。',
};

export const gallery: GalleryMessages = {
  label: '履歴',
  keys: ({ open, select, remove }) =>
    ['矢印キーで移動', open && 'Enter で開く', select && 'スペースキーで選択', remove && 'Delete で削除'].filter(Boolean).join('、'),
  filters: '履歴の絞り込み',
  search: 'プロンプトを検索',
  kind: '種類',
  kindOf: (kind) => (kind === 'all' ? 'すべて' : thing(kind)),
  status: '状態',
  statusGroup: (group) => GROUP[group],
  model: 'モデル',
  allModels: 'すべてのモデル',
  count: ({ shown, total }) => (shown.count === total.count ? `${total.written}件` : `${total.written}件中${shown.written}件`),
  showNew: ({ written }) => `新着${written}件を表示`,
  statusOf: (status) => STATUS[status],
  results: ({ kind, results: { count, written } }) => (count > 1 ? `${thing(kind)}${written}${counter(kind)}` : thing(kind)),
  notBilled: '請求なし',
  amountNotTold: '金額は不明',
  mayBeBilled: '請求の可能性あり',
  expired: 'リンクの期限切れ',
  broken: '読み込めませんでした',
  unsafe: '非表示：アドレスが安全ではありません',
  unreadable: '受信したデータが壊れています',
  noResult: '結果なし',
  resultToCome: '結果を取得中',
  notKept: '作成済み。この端末には保存されていません',
  select: '選択',
  selected: ({ written }) => `${written}件を選択中`,
  selectAll: 'すべて選択',
  clearSelection: '選択を解除',
  download: 'ダウンロード',
  remove: '削除',
  removed: ({ written }) => `${written}件を削除しました`,
  removeTitle: ({ count, written }) => (count === 1 ? 'この項目を履歴から削除しますか？' : `${written}件を履歴から削除しますか？`),
  removeText: ({ items, active }) => {
    const kept = 'ここからリンクが消えます。残しておくものは先にダウンロードしてください。';
    if (active.count === 0) return kept;
    return items.count === 1
      ? `${kept}レンダリングはこのまま続き、請求されることがあります。`
      : `${kept}レンダリング中の${active.written}件はこのまま続き、請求されることがあります。`;
  },
  removeConfirm: ({ count, written }) => (count === 1 ? '削除' : `${written}件を削除`),
  keep: '残す',
  saving: ({ done, total }) => `${total.written}件中${done.written}件目を保存中`,
  saved: ({ saved, total, stopped }) => {
    if (stopped) return `停止しました。${total.written}件中${saved.written}件を保存済み`;
    if (saved.count < total.count) return `${total.written}件中${saved.written}件を保存しました`;
    return total.count === 1 ? '保存しました' : `${total.written}件すべてを保存しました`;
  },
  nothingToSave: '保存できるものがありません。選択した項目には結果がありません。',
  notSaved: (reason) => NOT_SAVED[reason],
  openInTab: '新しいタブで開く',
  openOneInTab: (prompt) => `「${prompt}」を新しいタブで開く`,
  stop: '停止',
  dismiss: '閉じる',
  loading: '履歴を読み込み中',
  empty: { title: 'まだ何もありません', text: '生成したものがここに新しい順で残ります。' },
  nothingFound: { title: '一致する項目がありません', text: 'すべての条件に合う項目はありません。' },
  clearFilters: '絞り込みを解除',
  failed: { title: '履歴を読み込めませんでした', text: '失われたものはありません。しばらくしてから、もう一度お試しください。' },
  retry: 'もう一度試す',
};
