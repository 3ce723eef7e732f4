import { readUsage, type Usage } from '../../core/wire/account-readings.js';
import { invalid, Refusal } from '../base/refusal.js';
import { textResponse, withBody } from '../base/text-response.js';
import type { Config } from '../setup/context.js';
import type { NamedKey } from '../upstream/keys.js';
import { lostAnswer } from '../upstream/translate.js';
import type { Call } from './call.js';
import { forward, forwardWith } from './forward.js';
import { byName, joined, type KeyUsage } from './usage-of-keys.js';

const BY_KEY = 'api_key';

/**
 * What was spent: of several keys that of all, joined, each called by its name here. A key that does not tell is named,
 * and the sums are then at least what they say. @throws Refusal where none of them tells
 */
export async function joinUsage(call: Call, config: Config): Promise<Response> {
  const keys = config.keys.every?.() ?? [];
  const isByKey = new URL(call.drafted.url).searchParams.get('group_by') === BY_KEY;
  // Of one key there is nothing to tell apart, and what the gateway calls it is nobody's business.
  if (isByKey && keys.length === 0) throw invalid('group_by', 'This proxy tells usage by key only where it has several, as `keys`.');
  if (!isByKey && keys.length < 2) return forward(call, undefined, config);
  const told = await Promise.all(keys.map((key) => ask(key, isByKey, call, config)));
  const failed = told.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  const [first] = failed;
  if (first !== undefined && failed.length === keys.length) throw first;
  const usage = isByKey ? byName(told) : joined(told);
  if (usage.missing !== undefined) call.trail.reason = `The sums are at least what they say: usage of ${usage.missing.map((name) => `\`${name}\``).join(', ')} could not be joined.`;
  return textResponse(JSON.stringify(bodyOf(usage)), { headers: { 'content-type': 'application/json' } });
}

/** Whose the money is follows from what the gateway tells by key, which is asked for beside the rest. */
async function ask(named: NamedKey, isByKey: boolean, call: Call, config: Config): Promise<KeyUsage & { failure?: Refusal }> {
  const { name } = named;
  try {
    const key = await named.key();
    const read = async (url: string): Promise<Usage> => {
      const answer = await forwardWith(key, { ...call, drafted: { ...call.drafted, url } }, undefined, config);
      const usage = readUsage(await withBody(answer).json());
      if (usage === undefined) throw lostAnswer(call.route, `Usage of the key \`${name}\` that does not read, and cannot be joined with others.`);
      return usage;
    };
    const byKey = read(withQuery(call.drafted.url, 'group_by', BY_KEY));
    const asked = isByKey ? byKey : read(call.drafted.url);
    // Without it the sum of one key is still known, and not how it goes with those of others.
    const [usage, whose] = await Promise.all([asked, byKey.catch(() => undefined)]);
    return { name, value: key.value, usage, byKey: whose };
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return { name, value: '', usage: undefined, byKey: undefined, failure };
  }
}

function withQuery(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}

const bodyOf = ({ buckets, spent, calls, missing = [] }: Usage) => ({
  buckets: buckets.map((each) => ({ bucket: each.name, total_usd: each.spent, call_count: each.calls })),
  totals: { total_usd: spent, call_count: calls },
  ...(missing.length > 0 ? { missing_keys: missing } : {}),
});
