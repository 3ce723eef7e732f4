// Real pictures and clips for stories, made by the simulated gateway in this page.
import { type Asset, type Client, createClient, type ImageRequest } from 'bytespike-react';
import { createSimulatedGateway, type SimulatedGatewayOptions } from 'bytespike-react/testing';
import { ownScope } from './support/scope.js';

function connect(): Client {
  const gateway = createSimulatedGateway({ speed: 1000, clock: passing() });
  return createClient({
    baseUrl: gateway.baseUrl,
    fetch: (request) => gateway.fetch(request),
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    storage: null,
    scope: ownScope(),
  });
}

/** Time that passes from now on, also where the page's date stands still. */
function passing(): NonNullable<SimulatedGatewayOptions['clock']> {
  const start = Date.now() - performance.now();
  return {
    now: () => start + performance.now(),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  };
}

/** What was made once is shown by every story of the page: drawing a picture takes longer than all that is done with it. */
const made = new Map<string, Promise<readonly Asset[]>>();

function once(key: string, make: (client: Client) => Promise<readonly Asset[]>): Promise<readonly Asset[]> {
  const known = made.get(key) ?? make(connect());
  made.set(key, known);
  return known;
}

/** By a model that draws squares of this size, each in a hand of its own. */
type SquareModel = 'gpt-image-2' | 'seedream-v4.5' | 'nano-banana-v2';

export function pictures(prompt: string, n: number, model: SquareModel = 'gpt-image-2'): Promise<readonly Asset[]> {
  return once(`${n} ${model} ${prompt}`, ({ images }) => images.generate({ model, prompt, size: '1024x1024', n }));
}

/** Of any kind that a model of images gives in one call. */
export function picture(request: ImageRequest): Promise<readonly Asset[]> {
  return once(JSON.stringify(request), ({ images }) => images.generate(request));
}

export function portrait(prompt: string): Promise<readonly Asset[]> {
  return once(`portrait ${prompt}`, ({ images }) => images.generate({ model: 'gpt-image-2', prompt, size: '1024x1536' }));
}

export function clip(prompt: string, aspectRatio: '16:9' | '9:16' | '1:1'): Promise<readonly Asset[]> {
  return once(`${aspectRatio} ${prompt}`, async ({ tasks }) => {
    const { taskId } = await tasks.submit({ model: 'veo-3.1-fast', prompt, durationSeconds: 4, aspectRatio });
    return (await tasks.follow({ taskId })).assets;
  });
}
