import { BytespikeError } from '../../core/base/errors.js';
import { findModel } from '../../core/catalog/catalog.js';
import { defaultDuration, estimateCost } from '../../core/catalog/cost.js';
import type { Model } from '../../core/catalog/model.js';
import type { GenerationRequest } from '../../core/catalog/requests.js';
import { validateRequest } from '../../core/catalog/validate.js';
import { invalid, type Refusal } from '../base/refusal.js';
import { sortFields } from '../calls/allowed-fields.js';
import { checkConversation, checkSystem, checkTexts } from '../calls/conversation.js';
import type { Fields } from '../calls/fields.js';
import { pictureToolOf } from '../calls/picture-tool.js';
import type { Endpoint } from '../calls/routes.js';
import type { Limits } from '../store/store.js';
import { type Asked, type Caps, checkCaps, checkCost } from './caps.js';

/** By what a call is priced. */
export interface PriceRules {
  caps: Caps | undefined;
  /** Millionths of a US dollar, by model, for those that are on no rate card. */
  costPerResult: ReadonlyMap<string, number>;
}

/** What goes up, and what it can cost. */
export interface Priced {
  fields: Fields;
  /** Millionths of a US dollar, at most; absent where nobody counts. */
  cost?: number | undefined;
}

/** Whether anything hangs on what a call costs. Else it is passed on with whatever it holds. */
export function isPriced(caps: Caps | undefined, limits: Limits | undefined): boolean {
  return limits?.spend !== undefined || Object.values(caps ?? {}).some((cap) => cap !== undefined);
}

/**
 * What is sent for a call that makes something, and the most that it can cost. Values are the
 * catalog's own, as they are written there; what the price hangs on and was left out is written
 * down, so that the gateway cannot put another in its place.
 * @throws Refusal 400 for whatever has no price, or one above a cap
 */
export function priceGeneration(endpoint: Endpoint, modelId: string, sent: Fields, { caps, costPerResult }: PriceRules): Priced {
  const model = findModel(modelId);
  const perResult = costPerResult.get(modelId);
  if (model === undefined && perResult === undefined) throw unpriced();
  if (model?.kind === 'video' && endpoint !== 'tasks.submit') throw invalid('model', `${model.name} makes videos. Send it to \`/v1/tasks/submit\`.`);
  const { beside, parameters: asked, under } = sortFields(endpoint, model?.kind ?? 'unknown', sent);
  if (endpoint === 'images.conversation') checkConversation(beside.messages, true);
  checkBeside(beside);
  const parameters = { ...(model && defaultsOf(model, asked)), ...asked };
  const request = requestOf(modelId, parameters);
  checkRequest(request);
  const measures = measuresOf(parameters);
  const cost = model === undefined ? Number(perResult) * measures.n : priceOf(request, measures.n);
  if (caps !== undefined) checkCaps(caps, measures, cost);
  if (!Number.isSafeInteger(cost)) throw unpriced();
  return { fields: { ...beside, ...(under === undefined ? parameters : { [under]: parameters }) }, cost };
}

/** Of text the price is that of the dearest call, which its fields were held to, and of each picture in it what that costs. @throws Refusal 400 */
export function priceText(endpoint: Endpoint, fields: Fields, price: number | undefined, rules: PriceRules): Priced {
  if (endpoint === 'text.messages' || endpoint === 'text.chat') checkConversation(fields.messages, false);
  checkSystem(fields.system);
  for (const name of ['input', 'query', 'documents']) if (fields[name] !== undefined) checkTexts(name, fields[name]);
  const pictures = pricePictures(fields, rules);
  const cost = price === undefined ? undefined : price + pictures.cost;
  return { fields: pictures.fields, cost: checkCost(rules.caps, cost) };
}

/** Each is an image of its own, and all of them count as images of one request. */
function pricePictures(fields: Fields, rules: PriceRules): { fields: Fields; cost: number } {
  const tool = pictureToolOf(fields);
  if (tool === undefined) return { fields, cost: 0 };
  const { type, name, model, max_uses: uses, ...measures } = tool;
  const { fields: written, cost = 0 } = priceGeneration('images.generations', model, measures, rules);
  const { n: _, ...priced } = written;
  if (rules.caps !== undefined) checkCaps(rules.caps, { n: uses, size: undefined, durationSeconds: undefined, resolution: undefined }, cost * uses);
  return { fields: { ...fields, tools: [{ type, name, model, ...priced, max_uses: uses }] }, cost: cost * uses };
}

function checkBeside({ response_format: format, stream }: Fields): void {
  if (format !== undefined && format !== 'url' && format !== 'b64_json') throw invalid('response_format', '`response_format` is `url` or `b64_json`. Send one of them, or leave it out.');
  if (stream !== undefined && typeof stream !== 'boolean') throw invalid('stream', '`stream` is true or false. Send one of them, or leave it out.');
}

/** What the model does of itself. A shape without a size is left alone: a size would undo it. */
function defaultsOf(model: Model, asked: Fields): Fields {
  if (model.kind === 'video') return { duration_seconds: defaultDuration(model), resolution: model.defaultResolution };
  const size = asked.aspect_ratio === undefined ? { size: model.defaultSize } : {};
  return { n: 1, ...size, ...(model.quality === null ? {} : { quality: model.quality.default }) };
}

/** Core has the same parameters under names of its own. */
function requestOf(model: string, parameters: Fields): GenerationRequest {
  const named = Object.entries(parameters).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]);
  // Of the prompt no price hangs on anything, and the gateway says itself what is wrong with one.
  return { ...Object.fromEntries(named), model, prompt: '-' } as GenerationRequest;
}

/** As the client checks it, and in the names of the wire. @throws Refusal 400 */
function checkRequest(request: GenerationRequest): void {
  try {
    validateRequest(request);
  } catch (error) {
    if (!(error instanceof BytespikeError)) throw error;
    const field = error.field!; // Each of its refusals names one.
    const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    throw invalid(name, error.message.slice(0, 500).replaceAll(field, name));
  }
}

const SHAPES = {
  size: { pattern: /^[1-9]\d{0,4}x[1-9]\d{0,4}$/, like: '1024x1024' },
  resolution: { pattern: /^[1-9]\d{1,4}p$/, like: '720p' },
} as const;

/** Of a model without a rate card only its writing can be checked; what the catalog knows is written so. @throws Refusal 400 */
function measuresOf({ n, size, duration_seconds: seconds, resolution }: Fields): Asked {
  const asked = { n: n ?? 1, size, durationSeconds: seconds, resolution } as Asked; // `sortFields` has checked their types.
  for (const name of ['size', 'resolution'] as const) {
    const { pattern, like } = SHAPES[name];
    if (asked[name] !== undefined && !pattern.test(asked[name])) throw invalid(name, `\`${name}\` is written like ${like} here.`);
  }
  if (asked.n < 1) throw invalid('n', '`n` is a whole number above 0.');
  if (asked.durationSeconds !== undefined && asked.durationSeconds < 1) throw invalid('duration_seconds', '`duration_seconds` is a whole number above 0.');
  return asked;
}

/** What has no price is no number, and refused as such. */
function priceOf(request: GenerationRequest, n: number): number {
  const estimate = estimateCost(request);
  // A conversation is priced by the turn, and each of its answers is one.
  return Math.round(Number(estimate?.max) * (estimate?.basis.per === 'turn' ? n : 1) * 1e6);
}

function unpriced(): Refusal {
  return invalid('model', 'The price of this model is not known here, and this server counts what a call may cost. Choose another, or have its price put into `costPerResult`.');
}
