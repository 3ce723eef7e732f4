import type { ErrorFacts, ErrorMessages, ErrorWords } from '../../react/words/errors.js';

const say = (title: string, advice: string) => (): ErrorWords => ({ title, advice });

const later = ({ retryAt }: ErrorFacts, otherwise: string): string =>
  retryAt === undefined ? otherwise : `${retryAt} 以降にもう一度お試しください。`;

export const errors: ErrorMessages = {
  invalid_param: ({ field }) => ({
    title: field === undefined ? '設定が受け付けられませんでした' : `設定「${field}」が受け付けられませんでした`,
    advice: '設定を変えて、もう一度お試しください。',
  }),
  model_not_found: say('このモデルは存在しません', '別のモデルを選んでください。'),
  unsupported_model: say('このモデルでは対応していません', '別のモデルを選んでください。'),
  invalid_api_key: say('このアプリのキーが拒否されました', '管理者にキーの確認を依頼してください。'),
  missing_api_key: say('このアプリにはキーがありません', '管理者にサーバーへのキーの設定を依頼してください。'),
  not_signed_in: say('サインインしていません', 'もう一度サインインしてから、お試しください。'),
  proxy_not_found: say('アプリの設定に誤りがあります', 'アプリの管理者に設定の確認を依頼してください。'),
  insufficient_balance: say('残高が足りません', 'チャージしてから、もう一度お試しください。'),
  quota_exceeded: say('利用上限に達しました', '上限の引き上げを依頼するか、次の期間までお待ちください。'),
  permission_denied: say('権限がありません', 'アプリの管理者にアクセスを依頼してください。'),
  model_not_in_group: say('このモデルは利用できません', '別のモデルを選んでください。'),
  task_not_found: say('このタスクは見つかりません', 'もう一度生成してください。'),
  not_found: say('何も見つかりませんでした', 'もう一度生成してください。'),
  duplicate_out_task_id: say('別の設定ですでに送信されています', '新しい生成として始めてください。'),
  request_entity_too_large: say('リクエストが大きすぎます', 'プロンプトを短くするか、小さい画像を使ってください。'),
  rate_limit_exceeded: (facts) => ({
    title: '利用の速さが上限を超えました',
    advice: later(facts, '数分待ってから、もう一度お試しください。'),
  }),
  concurrency_limit: say('同時に実行できる数を超えました', 'どれかが終わってから、もう一度お試しください。'),
  safety_blocked: say('安全フィルターにより停止しました', 'プロンプトを変えて、もう一度お試しください。'),
  internal_error: say('サービスに問題が起きました', 'しばらくしてから、もう一度お試しください。'),
  api_error: say('モデルの提供元に問題が起きました', 'しばらくしてから試すか、別のモデルを選んでください。'),
  timeout: say('時間がかかりすぎました', 'しばらくしてから、もう一度お試しください。'),
  aborted: say('停止しました', '必要になったら、もう一度生成してください。'),
  invalid_config: say('アプリの設定に誤りがあります', 'アプリの管理者に設定の確認を依頼してください。'),
  invalid_response: say('応答を読み取れませんでした', 'しばらくしてから、もう一度お試しください。'),
  network_error: say('接続に失敗しました', 'ネットワークを確認して、もう一度お試しください。'),
  offline: say('オフラインです', '送信されていません。接続が戻ってからお試しください。'),
  outcome_unknown: say('応答が途中で失われました', 'もう一度生成する前に、結果を確認してください。'),
  still_running: say('まだレンダリング中です', '終わるまでお待ちください。'),
  task_cancelled: say('キャンセルされました', '必要になったら、もう一度生成してください。'),
  task_failed: say('レンダリングできませんでした', 'もう一度試すか、プロンプトを変えてください。'),
};
