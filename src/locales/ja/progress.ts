import type { CompletedCost, ProgressMessages } from '../../react/words/progress.js';
import { thing } from './parts.js';

const money = ({ billed, estimated, estimatedBy = 'gateway' }: CompletedCost): string => {
  if (billed !== undefined) return `請求額 ${billed}`;
  if (estimated === undefined) return '請求あり、金額は不明';
  return `請求額 約 ${estimated}（${estimatedBy === 'gateway' ? 'ゲートウェイの見積もり' : '料金表'}による）`;
};

const line = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');

export const progress: ProgressMessages = {
  label: (kind) => `${thing(kind)}の生成`,
  submitting: '送信中',
  queued: '順番待ち',
  running: 'レンダリング中',
  cancelling: 'キャンセル中',
  stages: '段階',
  stageSubmitted: '送信済み',
  stageQueued: '順番待ち',
  stageRunning: 'レンダリング',
  stageReady: '完成',
  clock: ({ elapsed, remaining, overdue }) => {
    if (remaining !== undefined) return `${elapsed} · 残り約${remaining}`;
    if (overdue === 'slightly') return `${elapsed} · もうすぐです`;
    return overdue === 'clearly' ? `${elapsed} · 通常より長くかかっています` : elapsed;
  },
  valueText: (stage, remaining) => (remaining === undefined ? stage : `${stage}、残り約${remaining}`),
  cancelFree: 'キャンセル · 無料',
  cancelBillable: (upTo) => (upTo === undefined ? 'キャンセル · 請求の可能性あり' : `キャンセル · 最大 ${upTo} の請求`),
  stopWaiting: '待つのをやめる · 請求の可能性あり',
  check: 'もう一度確認',
  checking: '確認中',
  retry: 'もう一度試す',
  retryBillable: 'もう一度試す · 再請求の可能性あり',
  reconnecting: (kind) => ({ title: '再接続しています', text: `${thing(kind)}のレンダリングは続いています。つながりしだい表示します。` }),
  offline: (kind) => ({ title: 'オフラインです', text: `${thing(kind)}のレンダリングは続いています。接続が戻りしだい表示します。` }),
  completed: ({ took, ...cost }) => ({ title: '完成しました', text: line(money(cost), took && `所要時間 ${took}`) }),
  finishedAnyway: (cost) => ({
    title: 'キャンセルの前に完成しました',
    text: line(money(cost), '結果はお使いいただけます'),
  }),
  cancelledFree: (wasRunning) => ({
    title: 'キャンセルしました（請求なし）',
    text: wasRunning ? '料金が発生する前に止まりました。' : 'まだ順番待ちでした。',
  }),
  cancelledBilled: (amount) => ({
    title: amount === undefined ? 'キャンセルしました（一部請求）' : `キャンセルしました（請求額 ${amount}）`,
    text: 'レンダリング済みの分の料金です。',
  }),
  stoppedWaiting: { title: '待つのをやめました', text: 'まだ完成することがあり、請求されることもあります。' },
  unknown: ({ kind, checkable }) =>
    checkable
      ? { title: '結果を確認しています', text: '応答が途中で失われました。確認しても、二重に生成や請求がされることはありません。' }
      : { title: '応答が途中で失われました', text: `${thing(kind)}は生成され、請求された可能性があります。` },
  billedNothing: '請求はありません。',
  billed: (amount) => (amount === undefined ? '請求されました。' : `${amount} が請求されました。`),
  billedUnknown: '請求された可能性があります。',
  requestId: (id) => `リクエスト ${id}`,
};
