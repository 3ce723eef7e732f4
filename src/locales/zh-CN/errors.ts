import type { ErrorFacts, ErrorMessages, ErrorWords } from '../../react/words/errors.js';

const say = (title: string, advice: string) => (): ErrorWords => ({ title, advice });

const later = ({ retryAt }: ErrorFacts, otherwise: string): string => (retryAt === undefined ? otherwise : `请在 ${retryAt} 之后重试。`);

export const errors: ErrorMessages = {
  invalid_param: ({ field }) => ({
    title: field === undefined ? '有一项设置未被接受' : `设置“${field}”未被接受`,
    advice: '请修改后重试。',
  }),
  model_not_found: say('没有这个模型', '请选择其他模型。'),
  unsupported_model: say('此模型不支持该操作', '请选择其他模型。'),
  invalid_api_key: say('此应用的密钥被拒绝', '请管理者检查密钥。'),
  missing_api_key: say('此应用没有密钥', '请管理者为服务器设置密钥。'),
  not_signed_in: say('您尚未登录', '请重新登录后再试。'),
  proxy_not_found: say('此应用的配置有误', '请应用的管理者检查配置。'),
  insufficient_balance: say('余额不足', '请充值后重试。'),
  quota_exceeded: say('已达到消费上限', '请申请提高上限，或等到下一个周期。'),
  permission_denied: say('没有权限', '请向应用的管理者申请权限。'),
  model_not_in_group: say('您无法使用此模型', '请选择其他模型。'),
  task_not_found: say('已找不到此任务', '请重新生成。'),
  not_found: say('没有找到任何内容', '请重新生成。'),
  duplicate_out_task_id: say('此任务已用其他设置发送过', '请作为新任务重新开始。'),
  request_entity_too_large: say('请求过大', '请缩短提示词或使用较小的图片。'),
  rate_limit_exceeded: (facts) => ({ title: '消费速度超过上限', advice: later(facts, '请等待几分钟后重试。') }),
  concurrency_limit: say('同时进行的任务过多', '请等其中一个完成后重试。'),
  safety_blocked: say('被安全过滤器拦截', '请修改提示词后重试。'),
  internal_error: say('服务出现问题', '请稍后重试。'),
  api_error: say('模型提供方出现问题', '请稍后重试，或选择其他模型。'),
  timeout: say('用时过长', '请稍后重试。'),
  aborted: say('已停止', '需要时可重新生成。'),
  invalid_config: say('此应用的配置有误', '请应用的管理者检查配置。'),
  invalid_response: say('无法读取返回的内容', '请稍后重试。'),
  network_error: say('连接失败', '请检查网络后重试。'),
  offline: say('您已离线', '请求没有发送。恢复连接后请重试。'),
  outcome_unknown: say('回复在途中丢失', '重新生成之前，请先查看结果。'),
  still_running: say('仍在渲染', '请等待完成。'),
  task_cancelled: say('已取消', '需要时可重新生成。'),
  task_failed: say('渲染失败', '请重试，或修改提示词。'),
};
