import type { CompletedCost, ProgressMessages } from '../../react/words/progress.js';
import { thing } from './parts.js';

const money = ({ billed, estimated, estimatedBy = 'gateway' }: CompletedCost): string => {
  if (billed !== undefined) return `已计费 ${billed}`;
  if (estimated === undefined) return '已计费，金额未告知';
  return `计费约 ${estimated}（按${estimatedBy === 'gateway' ? '网关的预估' : '价目表'}）`;
};

const line = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');

export const progress: ProgressMessages = {
  label: (kind) => `${thing(kind)}生成`,
  submitting: '正在提交',
  queued: '排队中',
  running: '正在渲染',
  cancelling: '正在取消',
  stages: '阶段',
  stageSubmitted: '已提交',
  stageQueued: '排队',
  stageRunning: '渲染',
  stageReady: '完成',
  clock: ({ elapsed, remaining, overdue }) => {
    if (remaining !== undefined) return `${elapsed} · 还剩约 ${remaining}`;
    if (overdue === 'slightly') return `${elapsed} · 即将完成`;
    return overdue === 'clearly' ? `${elapsed} · 比平时久` : elapsed;
  },
  valueText: (stage, remaining) => (remaining === undefined ? stage : `${stage}，还剩约 ${remaining}`),
  cancelFree: '取消 · 免费',
  cancelBillable: (upTo) => (upTo === undefined ? '取消 · 可能计费' : `取消 · 最多计费 ${upTo}`),
  stopWaiting: '停止等待 · 仍可能计费',
  check: '再次查看',
  checking: '正在查看',
  retry: '重试',
  retryBillable: '重试 · 可能再次计费',
  reconnecting: (kind) => ({ title: '正在重新连接', text: `${thing(kind)}仍在渲染，连接后会显示。` }),
  offline: (kind) => ({ title: '您已离线', text: `${thing(kind)}仍在渲染，恢复连接后会显示。` }),
  completed: ({ took, ...cost }) => ({ title: '已完成', text: line(money(cost), took && `用时 ${took}`) }),
  finishedAnyway: (cost) => ({ title: '取消之前已完成', text: line(money(cost), '结果归您所有') }),
  cancelledFree: (wasRunning) => ({ title: '已取消，未计费', text: wasRunning ? '在产生费用之前已停止。' : '任务当时仍在排队。' }),
  cancelledBilled: (amount) => ({
    title: amount === undefined ? '已取消，部分计费' : `已取消，计费 ${amount}`,
    text: '费用为已渲染的部分。',
  }),
  stoppedWaiting: { title: '已停止等待', text: '任务仍可能完成，也仍可能计费。' },
  unknown: ({ kind, checkable }) =>
    checkable
      ? { title: '正在确认结果', text: '回复在途中丢失。查看不会重复生成，也不会重复计费。' }
      : { title: '回复在途中丢失', text: `${thing(kind)}可能已生成，也可能已计费。` },
  billedNothing: '未计费。',
  billed: (amount) => (amount === undefined ? '已计费。' : `已计费 ${amount}。`),
  billedUnknown: '可能已计费。',
  requestId: (id) => `请求 ${id}`,
};
