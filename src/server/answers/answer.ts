import type { Answer } from '../calls/routes.js';
import type { Claim } from '../replay/idempotency.js';
import type { Config } from '../setup/context.js';
import type { Hold } from '../spend/budget.js';
import { serveAsset } from './asset.js';
import type { Call } from './call.js';
import { forward } from './forward.js';
import { canBeTask, generateAsTask } from './image-as-task.js';
import { notFound } from './not-found.js';
import { payFor } from './pay.js';
import { listModels } from './models.js';
import { joinUsage } from './usage.js';
import { keepOpen, streamTasks } from './task-streams.js';
import { takeUpload } from './upload.js';
import { finishUpload } from './upload-direct.js';
import { serveUpload } from './read-upload.js';

/** One for each word that a row of the table may name. */
const answers: Readonly<Record<Answer, (call: Call, config: Config) => Response | Promise<Response>>> = {
  forwarded: (call, config) => forward(call, undefined, config),
  paid,
  'paid once': paidOnce,
  'one task': (call, config) => keepOpen(call, () => forward(call, undefined, config), config),
  'all tasks': (call, config) => keepOpen(call, () => streamTasks(call, config), config),
  asset: serveAsset,
  upload: takeUpload,
  uploaded: finishUpload,
  signed: (call, config) => serveUpload(call, call.request, config),
  models: listModels,
  usage: joinUsage,
  balance: (call, config) => (config.showsBudget ? budgetLeft(call, config) : forward(call, undefined, config)),
  offers: () => Response.json({}),
};

/** What the row of a call names. @throws Refusal */
export async function answer(call: Call, config: Config): Promise<Response> {
  return answers[call.route.answer](call, config);
}

/** A task has its own key, which the gateway keeps; of text no answer is kept. */
function paid(call: Call, config: Config): Promise<Response> {
  return payFor(call, config)(crypto.randomUUID(), (hold) => send(call, hold, config));
}

/** What is made under an `Idempotency-Key` is made once, and as a task where that can be found again. */
function paidOnce(call: Call, config: Config): Promise<Response> {
  const { idempotencyKey } = call.drafted;
  if (idempotencyKey === undefined) return paid(call, config);
  const pay = payFor(call, config);
  const canFind = config.imagesAsTasks && canBeTask(call);
  const run = (claim: Claim) => (canFind ? generateAsTask(call, claim, pay, config) : pay(claim.id, (hold) => send(call, hold, config)));
  return config.idempotency(call, { key: idempotencyKey, canFind, run });
}

async function send(call: Call, hold: Hold, config: Config): Promise<Response> {
  await hold.take();
  return forward(call, hold.payer, config);
}

/** In the place of the wallet's. @throws Refusal 404 for a user without a limit */
async function budgetLeft({ request, decision }: Call, config: Config): Promise<Response> {
  const spend = (decision.limits ?? config.limits)?.spend;
  if (spend === undefined) throw notFound();
  return Response.json({ available_usd: await config.budget.left(config.subjectOf(request, decision), spend), limit_usd: spend.usd });
}
