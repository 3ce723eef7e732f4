import { createSimulatedGateway, type Fault } from 'bytespike-react/testing';
import OpenAI from 'openai';
import { vi } from 'vitest';

/**
 * The same kinds of fault against a client that knows no idempotency key: how often an image was
 * billed more than once. It shows that the harness can see what it says it does not see of ours.
 */
export async function billedTwiceByOpenAi(faults: readonly Fault[]): Promise<boolean> {
  vi.useFakeTimers();
  const gateway = createSimulatedGateway({ faults, speed: 10 });
  const client = new OpenAI({
    apiKey: gateway.apiKey,
    baseURL: `${gateway.baseUrl}/v1`,
    fetch: (url, init) => gateway.fetch(new Request(url, init)),
  });
  const image = client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' }).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  await image;
  gateway.dispose();
  vi.useRealTimers();
  return gateway.ledger.charges.length > 1;
}
