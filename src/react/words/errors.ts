import type { BytespikeErrorCode, UploadErrorCode } from '../../core/base/errors.js';

/** What an error's words may use. Moments are formatted already. */
export interface ErrorFacts {
  /** The gateway's or this library's own sentence, in English. */
  message: string;
  /** The request field that was refused. */
  field?: string | undefined;
  /** Time of day before which another attempt is refused. */
  retryAt?: string | undefined;
}

/** What went wrong, and what to do; the money is said by `progress.billed`. */
export interface ErrorWords {
  title: string;
  advice: string;
}

/** The words for each error: what happened, then what a person who is not an engineer can do. Those of an upload stand with it, and are loaded with it. */
export type ErrorMessages = Record<Exclude<BytespikeErrorCode, UploadErrorCode>, (facts: ErrorFacts) => ErrorWords>;

/** The words for a code, which may be one of another release's, read from its records: then those of `otherwise`. */
export function wordsOfError(errors: ErrorMessages, code: string, otherwise: keyof ErrorMessages = 'task_failed'): (facts: ErrorFacts) => ErrorWords {
  return errors[Object.hasOwn(errors, code) ? (code as keyof ErrorMessages) : otherwise];
}

const say = (title: string, advice: string) => (): ErrorWords => ({ title, advice });

const later = ({ retryAt }: ErrorFacts, otherwise: string): string =>
  retryAt === undefined ? otherwise : `Try again at ${retryAt}.`;

export const englishErrors: ErrorMessages = {
  invalid_param: ({ field, message }) => ({
    title: field === undefined ? 'A setting was not accepted' : `The setting “${field}” was not accepted`,
    advice: message,
  }),
  model_not_found: say('This model does not exist', 'Choose another model.'),
  unsupported_model: say('This model cannot do that', 'Choose another model.'),
  invalid_api_key: say('This app’s key was refused', 'Ask whoever runs this app to check its key.'),
  missing_api_key: say('This app has no key', 'Ask whoever runs this app to give its server one.'),
  not_signed_in: say('You are not signed in', 'Sign in again, and try once more.'),
  proxy_not_found: ({ message }) => ({ title: 'This app is not set up correctly', advice: message }),
  insufficient_balance: say('Not enough balance', 'Top up and try again.'),
  quota_exceeded: say('Spending limit reached', 'Ask for a higher limit, or wait for the next period.'),
  permission_denied: say('Not allowed', 'Ask whoever runs this app for access.'),
  model_not_in_group: say('This model is not available to you', 'Choose another model.'),
  task_not_found: say('This task is not known any more', 'Generate it again.'),
  not_found: say('Nothing was found there', 'Generate it again.'),
  duplicate_out_task_id: say('This was sent before with other settings', 'Start it as a new generation.'),
  request_entity_too_large: say('The request is too large', 'Shorten the prompt or use a smaller image.'),
  rate_limit_exceeded: (facts) => ({
    title: 'Spending too fast for the limit',
    advice: later(facts, 'Wait a few minutes and try again.'),
  }),
  concurrency_limit: say('Too many at once', 'Wait until one has finished and try again.'),
  safety_blocked: say('Blocked by the safety filter', 'Change the prompt and try again.'),
  internal_error: say('The service had a problem', 'Try again in a moment.'),
  api_error: say('The model’s provider had a problem', 'Try again in a moment, or choose another model.'),
  timeout: say('It took too long', 'Try again in a moment.'),
  aborted: say('Stopped', 'Generate it again when you want it.'),
  invalid_config: ({ message }) => ({ title: 'This app is not set up correctly', advice: message }),
  invalid_response: say('The answer could not be read', 'Try again in a moment.'),
  network_error: say('The connection failed', 'Check your network and try again.'),
  offline: say('You are offline', 'It was not sent. Try again when you are back.'),
  outcome_unknown: say('The answer was lost on the way', 'Look before you generate it again.'),
  still_running: say('It is still rendering', 'Wait for it to finish.'),
  task_cancelled: say('It was cancelled', 'Generate it again when you want it.'),
  task_failed: say('It could not be rendered', 'Try again, or change the prompt.'),
};
