import { REPLAY_HEADER } from '../../core/wire/proxy-headers.js';
import { headerOf } from '../base/header.js';
import { isId } from '../base/ids.js';
import { checkMediaType, readBody } from '../base/read-body.js';
import { invalid } from '../base/refusal.js';
import { textFields } from '../calls/allowed-fields.js';
import { checkModel, type Fields, readGeneration } from '../calls/fields.js';
import { readForm } from '../calls/form.js';
import { stringify, writeFields } from '../calls/json-body.js';
import { type Route, routeOf } from '../calls/routes.js';
import { pictureToolOf } from '../calls/picture-tool.js';
import { shapeSubmit } from '../calls/submit-fields.js';
import { readText } from '../calls/text-fields.js';
import type { Config } from '../setup/context.js';
import { isPriced, type Priced, priceGeneration, priceText } from '../spend/priced.js';
import type { TaskNames } from '../users/task-names.js';
import type { Draft, Incoming } from './call.js';
import { readJsonBody } from './read-body.js';
import { checkUploads } from './read-upload.js';

const CHAT = routeOf('text.chat');

/** What to make. A conversation with a model that does not draw is text, where that is on. */
export async function readGenerationCall(incoming: Incoming, config: Config): Promise<Draft> {
  const { request, route, names, decision } = incoming;
  const { fields: sent, size } = await readJsonBody(request, route, config);
  if (isText(route, sent, config)) return textDraft(incoming, CHAT, sent, config);
  const { model, outTaskId, fields: wanted } = readGeneration(sent, config.models);
  await checkUploads(wanted, decision.userId, config);
  checkModel(model, route.models);
  const { fields, cost } = priced(incoming, model, wanted, config);
  const isTask = route.endpoint === 'tasks.submit';
  const name = outTaskId === undefined ? undefined : await names.toGatewayName(outTaskId);
  const named = {
    ...fields,
    ...(name === undefined ? {} : { out_task_id: name }),
    ...(isTask && config.callbackUrl !== undefined ? { callback_url: config.callbackUrl } : {}),
  };
  const body = await writeFields(shapeSubmit(named, isTask ? config.wire : undefined), size);
  return { url: config.baseUrl + route.path, model, body, fields, cost, ...(name === undefined ? {} : { outTaskId: name }), ...(await gatewayKey(request, names)) };
}

/** A form with the pictures to start from. */
export async function readEditCall(incoming: Incoming, config: Config): Promise<Draft> {
  const { request, route, names } = incoming;
  checkMediaType(request, 'multipart/form-data');
  const bytes = await readBody(request, route.maxBytes, config);
  const { model, form } = await readForm(bytes, request.headers.get('content-type') ?? '', config.models);
  const asked = priced(incoming, model, textFields(form), config);
  // Written anew, so that no other reading of what came can go up.
  for (const [name, value] of Object.entries(asked.fields)) form.set(name, String(value));
  return { url: config.baseUrl + route.path, model, body: form, ...asked, ...(await gatewayKey(request, names)) };
}

export async function readTextCall(incoming: Incoming, config: Config): Promise<Draft> {
  const { fields } = await readJsonBody(incoming.request, incoming.route, config);
  return textDraft(incoming, incoming.route, fields, config);
}

function isText(route: Route, { model }: Fields, { text }: Config): boolean {
  return route.path === CHAT.path && typeof model === 'string' && route.models?.has(model) !== true && text?.models.has(model) === true;
}

function textDraft(incoming: Incoming, route: Route, sent: Fields, config: Config): Draft {
  const { text, prices, baseUrl } = config;
  if (text === undefined) throw new Error('Text is off.');
  const fields = readText(route.endpoint, sent, text);
  const model = checkModel(fields.model, text.models);
  const asked = hasPrice(incoming, config) ? priceText(route.endpoint, fields, text.price, prices) : { fields };
  return { url: baseUrl + route.path, route, model, drawsWith: pictureToolOf(fields)?.model, body: stringify(asked.fields), ...asked };
}

/** Whether something hangs on what it costs: nothing goes up then that has no price. */
function hasPrice({ decision }: Incoming, { prices, limits }: Config): boolean {
  return isPriced(prices.caps, decision.limits ?? limits);
}

function priced(incoming: Incoming, model: string, sent: Fields, config: Config): Priced {
  return hasPrice(incoming, config) ? priceGeneration(incoming.route.endpoint, model, sent, config.prices) : { fields: sent };
}

/** Never as it was sent: the gateway knows no users, and would give one user's picture to another. */
async function gatewayKey(request: Request, names: TaskNames): Promise<{ idempotencyKey?: string }> {
  const sent = headerOf(request.headers, 'idempotency-key');
  if (sent === null && request.headers.has(REPLAY_HEADER)) {
    throw invalid('idempotency-key', `The \`${REPLAY_HEADER}\` header asks for what is kept, and no \`Idempotency-Key\` says under which key. Nothing was sent: add the key.`);
  }
  if (sent === null) return {};
  if (isId(sent)) return { idempotencyKey: await names.toGatewayName(sent) };
  throw invalid('idempotency-key', 'The `Idempotency-Key` header is no key: up to 128 letters, digits and _ - . : and no dot or colon first.');
}
