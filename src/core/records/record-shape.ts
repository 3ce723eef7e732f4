import { type Fields, fieldsOf } from '../base/fields.js';
import { fromJson, toJson } from '../base/json.js';
import { TASK_STATUSES } from '../outcome/status.js';

/** What every record has. */
export interface Kept {
  version: 1;
  outTaskId: string;
  createdAt: number;
  request: { model: string };
}

// All other fields of a request are texts, but for `parent`, which who shows it looks at.
const NUMBERS = ['n', 'outputCompression', 'seed', 'durationSeconds'];
const IMAGE_STATUSES = ['running', 'completed', 'failed', 'unknown'];

/**
 * A text of storage as a record: whole, or with that left out which does not read. Storage is the
 * user's, and other releases and extensions write there too. As long as its key can be read, what
 * may have been paid for stays findable: a reading that is damaged is asked for anew.
 */
export function readRecord(text: string, key: string, kind: 'task' | 'image'): Kept | undefined {
  const fields = fieldsOf(fromJson(text));
  const record = fields?.['outTaskId'] === key ? fields : idsOf(text, key, kind);
  if (record === undefined || (kind === 'image') !== (record['via'] === 'sync')) return undefined;
  const { taskId: written, snapshot, createdAt, request, ...rest } = record;
  const taskId = typeof written === 'string' && kind === 'task' ? written : undefined;
  return {
    ...rest,
    version: 1,
    outTaskId: key,
    createdAt: isNumber(createdAt) ? createdAt : 0,
    request: readRequest(fieldsOf(request)),
    ...(taskId === undefined ? {} : { taskId }),
    ...(isSnapshot(snapshot, kind, taskId) ? { snapshot } : kind === 'image' ? { snapshot: { status: 'running', assets: [], cost: { billed: 'no' } } } : {}),
  };
}

/** Those of cells of a batch go on from its own. */
const OWN_KEY = /^bs_[0-9a-f]{32}(\.\d+){0,2}$/;

/** Of what is no record any more, such as one that was cut off. A key of our making names a submit, whatever is left of its text. */
function idsOf(text: string, key: string, kind: 'task' | 'image'): Fields | undefined {
  const isNamed = text.includes(`"outTaskId":${toJson(key)}`);
  if (!isNamed && !OWN_KEY.test(key)) return undefined;
  return { taskId: isNamed ? /"taskId":"([^"\\]+)"/.exec(text)?.[1] : undefined, ...(kind === 'image' && { via: 'sync' }) };
}

/** The last moment that a calendar has; no amount, length or size of ours is near it. */
const GREATEST = 864e13;
const isNumber = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= GREATEST;
const isText = (value: unknown): value is string => typeof value === 'string';

function readRequest(request: Fields = {}): { model: string; prompt: string } {
  const { model, prompt, ...others } = request;
  return { ...readWishes(others), model: isText(model) ? model : '', prompt: isText(prompt) ? prompt : '' };
}

/** Of the fields of a request or a draft, those that are what they should be. */
export function readWishes(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => (NUMBERS.includes(name) ? Number.isFinite(value) : isText(value) || name === 'parent')));
}

function isSnapshot(value: unknown, kind: 'task' | 'image', taskId: string | undefined): boolean {
  const snapshot = fieldsOf(value);
  if (snapshot === undefined) return false;
  const { assets, status, error } = snapshot;
  const cost = fieldsOf(snapshot['cost']);
  const failure = fieldsOf(error);
  return (
    (kind === 'image' || (isText(snapshot['taskId']) && (taskId === undefined || snapshot['taskId'] === taskId))) &&
    (kind === 'image' ? IMAGE_STATUSES : (TASK_STATUSES as readonly string[])).includes(status as string) &&
    Array.isArray(assets) &&
    assets.every(isAsset) &&
    cost !== undefined &&
    ['no', 'unknown', 'yes'].includes(cost['billed'] as string) &&
    optional(cost, isNumber, 'estimated', 'final') &&
    optional(cost, isText, 'estimatedBy') &&
    (error === undefined || (isText(failure?.['code']) && isText(failure['message']))) &&
    optional(snapshot, isNumber, 'estimatedSeconds', 'submittedAt', 'soughtAt', 'completedAt', 'notKept') &&
    optional(snapshot, isText, 'outTaskId', 'model', 'statusText')
  );
}

function isAsset(value: unknown): boolean {
  const asset = fieldsOf(value);
  return (
    asset !== undefined &&
    isText(asset['url']) &&
    (asset['kind'] === 'image' || asset['kind'] === 'video') &&
    optional(asset, isNumber, 'width', 'height', 'durationSeconds', 'expiresAt', 'readAt', 'seed') &&
    optional(asset, isText, 'mime', 'revisedPrompt')
  );
}

function optional(fields: Fields, fits: (value: unknown) => boolean, ...names: string[]): boolean {
  return names.every((name) => fields[name] === undefined || fits(fields[name]));
}
