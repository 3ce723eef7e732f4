// Real pictures and clips for stories, made by the simulated gateway in this page.
import { type Asset, createClient } from 'bytespike-react';
import { createSimulatedGateway } from 'bytespike-react/testing';

function client() {
  const gateway = createSimulatedGateway({ speed: 1000 });
  return createClient({
    baseUrl: gateway.baseUrl,
    fetch: (request) => gateway.fetch(request),
    headers: { authorization: `Bearer ${gateway.apiKey}` },
    storage: null,
  });
}

export async function pictures(prompt: string, n: number): Promise<readonly Asset[]> {
  return client().images.generate({ model: 'gpt-image-2', prompt, size: '1024x1024', n });
}

export async function portrait(prompt: string): Promise<readonly Asset[]> {
  return client().images.generate({ model: 'gpt-image-2', prompt, size: '1024x1536' });
}

export async function clip(prompt: string, aspectRatio: '16:9' | '9:16' | '1:1'): Promise<readonly Asset[]> {
  const { tasks } = client();
  const { taskId } = await tasks.submit({ model: 'veo-3.1-fast', prompt, durationSeconds: 4, aspectRatio });
  return (await tasks.follow({ taskId })).assets;
}
