import { type Body, httpUrl, isRecord, readJson, TASK_BODY_LIMIT, text } from '../base/body.js';
import { invalid } from '../base/refusal.js';
import type { Route } from '../base/routes.js';
import { refuseIfSteered } from '../orders/steer.js';
import { imageOrder, modelOf, type Order, unsupported, videoOrder } from '../orders/validate.js';
import { linkBase, type Simulation } from '../simulation/simulation.js';
import type { Dialect } from '../simulation/types.js';
import { createTaskBook } from '../tasks/book.js';
import { readSubmitted, readTask } from '../tasks/readings.js';
import type { TaskRun } from '../tasks/run.js';
import { taskStream } from '../tasks/stream.js';

const OUT_TASK_ID_LIMIT = 255;

export function taskRoutes(simulation: Simulation): Route[] {
  const book = createTaskBook(simulation);
  const read = async (run: TaskRun, dialect: Dialect = simulation.dialect) =>
    Response.json(await readTask(run.advance(), dialect, simulation.assets));

  /** @throws Refusal 400 when no id that is understood is there, 404 when there is no such task */
  function named(body: Body): TaskRun {
    const taskId = text(body, 'task_id');
    if (taskId !== undefined) return book.find({ taskId });
    const outTaskId = simulation.idempotency ? text(body, 'out_task_id') : undefined;
    if (outTaskId !== undefined) return book.find({ outTaskId });
    throw invalid('task_id', simulation.idempotency ? 'task_id or out_task_id is required.' : 'task_id is required.');
  }

  async function submit(request: Request): Promise<Response> {
    const body = await readJson(request, TASK_BODY_LIMIT);
    const { asked, outTaskId } = parseSubmit(body, simulation.idempotency);
    const order = orderOf(asked);
    refuseIfSteered(order.request.prompt);
    const run = book.submit(order, asked, outTaskId, linkBase(simulation, request));
    return Response.json(readSubmitted(run.advance(), simulation.dialect));
  }

  async function cancel(run: TaskRun): Promise<Response> {
    run.cancel();
    return read(run);
  }

  function stream(run: TaskRun, request: Request): Response {
    const body = taskStream(run, {
      timers: simulation.timers,
      abortables: [request, simulation.closed],
      read: (task) => readTask(task, simulation.dialect, simulation.assets),
    });
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' };
    return new Response(body, { headers });
  }

  const capped = (request: Request) => readJson(request, TASK_BODY_LIMIT);
  const query = ({ url }: Request) => Object.fromEntries(new URL(url).searchParams);
  return [
    ['POST', '/v1/tasks/submit', submit],
    ['POST', '/v1/tasks/query', async (request) => read(named(await capped(request)))],
    ['GET', '/v1/tasks/query', (request) => read(named(query(request)))],
    ['GET', '/v1/videos/tasks/:id', (_, taskId) => read(book.find({ taskId }), 'c')],
    ['GET', '/v1/tasks/stream/:id', (request, taskId) => stream(book.find({ taskId }), request)],
    ['POST', '/v1/tasks/cancel', async (request) => cancel(named(await capped(request)))],
    ['POST', '/v1/tasks/cancel/:id', (_, taskId) => cancel(book.find({ taskId }))],
  ];
}

/** Both ways of submitting, as one: the parameters beside `model`, or under `params`. */
function parseSubmit(body: Body, idempotency: boolean): { asked: Body; outTaskId: string | undefined } {
  const { params, out_task_id: _, callback_url: __, ...flat } = body;
  httpUrl(body, 'callback_url');
  if (params !== undefined && !isRecord(params)) throw invalid('params', 'params must be an object.');
  const asked = params === undefined ? flat : { model: body['model'], ...params };
  const outTaskId = idempotency ? text(body, 'out_task_id') : undefined;
  if (outTaskId !== undefined && (outTaskId === '' || outTaskId.length > OUT_TASK_ID_LIMIT)) {
    throw invalid('out_task_id', `out_task_id must have 1 to ${OUT_TASK_ID_LIMIT} characters.`);
  }
  return { asked, outTaskId };
}

/** @throws Refusal as validation does */
function orderOf(asked: Body): Order {
  const model = modelOf(asked);
  if (model.kind === 'video') return videoOrder(model, asked);
  if (model.endpoint === 'chat') throw unsupported(model, 'POST /v1/chat/completions');
  return imageOrder(model, asked);
}

