import type { Clock } from '../../core/base/clock.js';
import { findModel } from '../../core/catalog/catalog.js';
import { readModels } from '../../core/wire/account-readings.js';
import { isFilled } from '../base/filled.js';
import { invalidConfig } from '../base/invalid-config.js';
import { Refusal } from '../base/refusal.js';
import { readCapped } from '../base/read-body.js';
import { REDIRECT } from '../base/redirect.js';
import { within } from '../base/within.js';
import type { Logger } from '../calls/report.js';
import { routeOf } from '../calls/routes.js';
import { createKeyRing, type KeyGroup, type KeyRing, type KeySource, type NamedKey, severalSources } from './keys.js';
import { answerWithin } from './send.js';

interface KeyMeans {
  clock: Clock;
  logger: Pick<Logger, 'warn'>;
  baseUrl: string;
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  timeouts: { answerMs: number };
}

interface Group extends NamedKey {
  /** What it is for; `undefined` for all that the others do not name. */
  models: ReadonlySet<string> | undefined;
  /** What it reaches, as the gateway says. */
  reaches(model: string): Promise<boolean>;
}

/** For so long what a key reaches is believed. @source ours: groups are changed by hand */
const BELIEVED_MS = 60 * 60_000;

/** The keys of a proxy, from whichever option has them. @throws BytespikeError `invalid_config` */
export function createKeys(source: KeySource, means: KeyMeans): KeyRing {
  if (source.keys === undefined) return createKeyRing({ ...source, logger: means.logger });
  checkGroups(source.keys, source);
  return createKeyGroups(source.keys, means);
}

/** Several keys of one account, of which the model chooses one. */
function createKeyGroups(keys: Readonly<Record<string, KeyGroup>>, means: KeyMeans): KeyRing {
  const names = Object.keys(keys);
  const groups = Object.entries(keys).map(([name, group]) => createGroup(name, group, means));
  const open = groups.filter(({ models }) => models === undefined);

  async function groupFor(model: string | undefined): Promise<Group | undefined> {
    if (model === undefined) return groups[0];
    const named = groups.find(({ models }) => models?.has(model));
    // Where one of them is for all the rest, the gateway itself says what is not in it.
    if (named !== undefined || open.length < 2) return named ?? open[0];
    for (const group of open) if (await group.reaches(model)) return group;
    return undefined;
  }

  return {
    async keyFor(model) {
      const group = await groupFor(model);
      if (group === undefined) throw inNoGroup(String(model), names);
      return group.key();
    },
    every: () => groups,
  };
}

function createGroup(name: string, { apiKey, models }: KeyGroup, means: KeyMeans): Group {
  const { clock } = means;
  const ring = createKeyRing({ apiKey, logger: means.logger }, `keys.${name}.apiKey`);
  const key = async () => ({ ...(await ring.keyFor(undefined, 'models')), name });
  let known: { at: number; models: Promise<ReadonlySet<string>> } | undefined;

  async function ask(): Promise<ReadonlySet<string>> {
    const { value } = await key();
    const listed = readModels(await askModels(value, means).catch(() => undefined));
    if (listed !== undefined) return new Set(listed.map(({ id }) => id));
    known = undefined;
    throw new Refusal({
      status: 502,
      code: 'api_error',
      message: 'Which key of this server is for this model could not be read from the gateway, so nothing was sent or billed. Try again in a moment.',
      reason: `/v1/models could not be read with the key \`${name}\`. Name its \`models\` in \`keys\`, and it need not be.`,
    });
  }

  return {
    name,
    key,
    models: models && new Set(models),
    async reaches(model) {
      if (known === undefined || clock.now() - known.at > BELIEVED_MS) known = { at: clock.now(), models: ask() };
      return (await known.models).has(model);
    },
  };
}

const { path: MODELS_PATH } = routeOf('models');
const LONGEST_LIST = 8 * 1024 * 1024;

async function askModels(key: string, { baseUrl, fetch, ...patience }: KeyMeans): Promise<unknown> {
  const answer = await answerWithin(patience, fetch(baseUrl + MODELS_PATH, { headers: { authorization: `Bearer ${key}` }, redirect: REDIRECT }));
  const bytes = await within(patience.clock, patience.timeouts.answerMs, readCapped(answer.body, LONGEST_LIST));
  return answer.ok && bytes !== 'over' ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
}

function checkGroups(keys: unknown, { apiKey, keyFor }: { apiKey?: unknown; keyFor?: unknown }): void {
  if (apiKey !== undefined || keyFor !== undefined) throw severalSources();
  const groups = typeof keys === 'object' && keys !== null ? Object.entries(keys as Record<string, Partial<KeyGroup> | null>) : [];
  const isGroup = ([name, group]: (typeof groups)[number]) =>
    isFilled(name) && typeof group === 'object' && group !== null && 'apiKey' in group && (group.models === undefined || (Array.isArray(group.models) && group.models.length > 0 && group.models.every(isFilled)));
  if (groups.length === 0 || !groups.every(isGroup)) {
    throw invalidConfig('keys', "createProxy takes as `keys` a key for each routing group: { veo: { apiKey: process.env.KEY_VEO, models: ['veo-3.1'] }, rest: { apiKey: process.env.KEY_REST } }. `models` has at least one id; without it a key is for all that the others do not name.");
  }
  const all = groups.flatMap(([, group]) => group?.models ?? []);
  const twice = all.find((model, at) => all.indexOf(model) !== at);
  if (twice !== undefined) throw invalidConfig('keys', `createProxy is told by \`keys\` of two keys for ${twice}, and does not know which one pays. Name it once.`);
}

function inNoGroup(model: string, names: readonly string[]): Refusal {
  const shown = findModel(model) === undefined ? 'this model' : model;
  return new Refusal({
    status: 403,
    code: 'model_not_in_group',
    message: `No key of this server reaches ${shown}, so nothing was sent or billed. Whoever runs it needs one of its routing group.`,
    param: 'model',
    reason: `None of the keys ${names.map((name) => `\`${name}\``).join(', ')} reaches ${model.slice(0, 100)}.`,
  });
}
