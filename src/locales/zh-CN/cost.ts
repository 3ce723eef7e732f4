import type { CostMessages } from '../../react/words/cost.js';
import { piece } from './parts.js';

export const cost: CostMessages = {
  label: '费用',
  total: ({ kind, count, text }) => (count === 1 ? `这${piece(kind)}` : `这 ${text} ${piece(kind)}`),
  precision: (precision) => ({ exact: '准确', about: '近似', most: '上限' })[precision],
  sumOfSeconds: ({ seconds, rate, fee }) => `${seconds} 秒 × ${rate}${fee === undefined ? '' : ` + ${fee} 提交费`}`,
  sumOfImages: ({ count, rate }) => `${count} 张 × ${rate}`,
  sumOfTurn: (rate) => `本轮 ${rate}`,
  wait: '通常用时',
  recentWait: '最近用时',
  balanceAfter: '生成后余额',
  stale: ({ isRequired }) => ({
    title: '正在计算价格',
    text: isRequired ? '得出这些设置的价格之前，不会发送任何内容。' : '之前的价格属于其他设置。',
  }),
  unpriced: ({ isRequired }) => ({
    title: '价格未知',
    text: isRequired ? '价目表中没有此模型。请选择其他模型。' : '价目表中没有此模型。费用会在完成后显示。',
  }),
  short: (missing) => ({ title: `还差 ${missing}`, text: '余额不足以支付。请充值，或缩短时长、减小尺寸。' }),
  topUp: '充值',
  terms: ({ isTask, upTo }) => {
    if (!isTask) return '失败不计费。发送后无法撤回。';
    if (upTo === undefined) return '失败不计费。开始渲染前可免费取消。';
    return `失败不计费。开始渲染前可免费取消，之后最多计费 ${upTo}。`;
  },
  source: '价格来源',
  sourceText: ({ source, date }) => (source === 'live' ? `网关${date}的价目表。` : `${date}公布的价目表。`),
  rangeText: ({ min, max }) =>
    min === max ? '价目表没有列出这组设置的价格；实际价格与此接近。' : `价目表没有列出这组设置的价格；实际价格在 ${min} 到 ${max} 之间。`,
  underWay: '进行中',
  lastRun: '上一次',
  estimated: '预计',
  estimatedByGateway: '网关预计',
  cancelNow: '现在取消',
  cancelOnceRunning: '开始渲染后取消',
  billed: '已计费',
  free: '免费',
  upTo: (amount) => `最多 ${amount}`,
  someOfIt: '已渲染的部分',
  nothing: '无',
  notKnownYet: '尚不确定',
  announce: ({ total, price, after, missing }) => {
    if (missing !== undefined) return `${total}：${price}。还差 ${missing}。`;
    return after === undefined ? `${total}：${price}。` : `${total}：${price}。生成后余额：${after}。`;
  },
};
