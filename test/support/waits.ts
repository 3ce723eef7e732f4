import type { ManualClock } from './manual-clock.js';

/** A task of the gateway below, under its place in the list as `outTaskId`. Seconds. */
export interface WaitingTask {
  endsAfter: number;
  estimate?: number | undefined;
}

const HEARTBEAT_MS = 10_000;

/**
 * A gateway behind a pass-through, whose tasks last as long as they are told to and whose estimates
 * are what they are: the simulated one draws both from the catalog. `requests` counts what arrives.
 */
export function gatewayOfWaits(clock: ManualClock, tasks: readonly WaitingTask[]) {
  const submitted = new Map<string, number>();
  const seen = { requests: 0 };
  const secondsOf = (id: string) => (clock.now() - (submitted.get(id) ?? 0)) / 1000;
  const taskOf = (id: string) => tasks[Number(id.split('_')[1])]!;
  const reading = (id: string) => {
    const { endsAfter, estimate } = taskOf(id);
    const isOver = secondsOf(id) >= endsAfter;
    const at = (seconds: number) => new Date(clock.trueNow() + (seconds - secondsOf(id)) * 1000).toISOString();
    return {
      ...{ task_id: id, status: isOver ? 'completed' : 'running', estimated_seconds: estimate, submitted_at: at(0) },
      ...(isOver ? { completed_at: at(endsAfter), credits_used: 0.1, result: { video_url: `https://cdn.example/${id}.mp4` } } : {}),
    };
  };

  function stream(id: string, signal: AbortSignal): Response {
    const bytes = (text: string) => new TextEncoder().encode(`${text}\n\n`);
    const frame = () => bytes(`data: ${JSON.stringify(reading(id))}`);
    let timer: unknown;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const next = () => {
          const left = (taskOf(id).endsAfter - secondsOf(id)) * 1000;
          timer = clock.setTimeout(() => {
            const isOver = reading(id).status === 'completed';
            controller.enqueue(isOver ? frame() : bytes(': still here'));
            if (isOver) controller.close();
            else next();
          }, Math.min(HEARTBEAT_MS, Math.max(1, left)));
        };
        controller.enqueue(frame());
        next();
        signal.addEventListener('abort', () => {
          clock.clearTimeout(timer);
          controller.error(signal.reason);
        });
      },
      cancel: () => clock.clearTimeout(timer),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  async function fetch(request: Request): Promise<Response> {
    seen.requests++;
    const { pathname } = new URL(request.url);
    if (pathname.includes('/stream/')) return stream(pathname.split('/').at(-1)!, request.signal);
    const { task_id: asked, out_task_id: key } = (await request.json()) as { task_id?: string; out_task_id?: string };
    const id = asked ?? `task_${key}`;
    if (asked === undefined) submitted.set(id, clock.now());
    return Response.json(reading(id));
  }

  return { seen, fetch };
}
