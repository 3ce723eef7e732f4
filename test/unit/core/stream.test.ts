import { describe, expect, it } from 'vitest';
import { isEventStream, readEventStream } from '../../../src/core/wire/event-stream.js';

const SESSION = '\uFEFF: hello\r\ndata: {"status":"queued","名":"潮"}\r\n\r\nevent: state\rdata: {"status":"running"}\r\rdata: {"a":\ndata: 1}\n\n';
const EXPECTED = ['{"status":"queued","名":"潮"}', '{"status":"running"}', '{"a":\n1}'];

async function read(chunks: Uint8Array[]): Promise<string[]> {
  const heard: string[] = [];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  await readEventStream(body, { onSound: () => {}, onData: (data) => heard.push(data) });
  return heard;
}

describe('reading an event stream', () => {
  const bytes = new TextEncoder().encode(SESSION);

  it('gives the same frames however the network cuts the bytes in two', async () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(await read([bytes.slice(0, cut), bytes.slice(cut)]), `cut at ${cut}`).toEqual(EXPECTED);
    }
  });

  it('does not take a frame that was cut off for a whole one', async () => {
    expect(await read([new TextEncoder().encode('data: {"status":"completed"}\n')])).toEqual([]);
  });

  it('counts a heartbeat as a sign of life and as no data', async () => {
    let sounds = 0;
    const body = new Response(': heartbeat\n\n').body!;
    await readEventStream(body, { onSound: () => sounds++, onData: () => expect.unreachable() });
    expect(sounds).toBe(1);
  });
});

it.each([
  ['text/event-stream', true],
  ['Text/Event-Stream; Charset=UTF-8', true],
  ['application/json', false],
  ['', false],
])('an answer of type "%s" is a stream of events: %s', (type, expected) => {
  expect(isEventStream(new Response('data: 1', { headers: { 'content-type': type } }))).toBe(expected);
});
