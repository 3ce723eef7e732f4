import type { BytespikeError } from 'bytespike-react';
import { describe, expect, it } from 'vitest';
import type { ConversationRun, TurnInput } from '../../../src/core/conversation/states.js';
import { behindOurs, type ImagePages, MINUTE, passedOn } from '../../support/image-pages.js';

const TALK = 'POST /v1/chat/completions';

interface Body {
  messages: { role: string; content: string | { type: string; text?: string; image_url?: { url: string } }[] }[];
}

/** What left a page: of each call the words of the user, and how many pictures went along. */
const said = ({ bodies }: ImagePages): string[] =>
  (bodies as Body[]).map(({ messages }) => {
    const blocks = messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
    const words = messages.filter(({ role }) => role === 'user').map(({ content }) => (typeof content === 'string' ? content : content.find(({ text }) => text)?.text));
    return `${words.join(' > ')} (${blocks.filter(({ type }) => type === 'image_url').length})`;
  });

/** A turn to its end, whatever that is. */
async function turn({ clock }: ImagePages, run: ConversationRun, input: TurnInput | string) {
  const outcome = run.send(typeof input === 'string' ? { prompt: input } : input).catch((error: BytespikeError) => error);
  await clock.advance(MINUTE);
  return outcome;
}

const line = (run: ConversationRun) => run.get().turns.map(({ prompt, status }) => `${prompt}: ${status}`);

async function kettles(pages: ImagePages, ...prompts: string[]) {
  const page = pages.open();
  const run = page.talk();
  for (const prompt of prompts) await turn(pages, run, prompt);
  return { page, run };
}

describe('a conversation', () => {
  it('sends each turn with those before it, and the picture that each came to', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle', 'make it red', 'at dusk');
    expect(said(pages)).toEqual(['a kettle (0)', 'a kettle > make it red (1)', 'a kettle > make it red > at dusk (2)']);
    expect(line(run)).toEqual(['a kettle: success', 'make it red: success', 'at dusk: success']);
    expect(run.get()).toMatchObject({ status: 'success', context: { sent: 3, of: 3 }, error: undefined });
    expect(pages.gateway.ledger.charges).toHaveLength(3);
  });

  it('is there again after a reload, and goes on', async () => {
    const pages = behindOurs();
    const { page } = await kettles(pages, 'a kettle', 'make it red');
    page.close();
    const run = pages.open().talk();
    await pages.clock.advance(0);
    expect(line(run)).toEqual(['a kettle: success', 'make it red: success']);
    await turn(pages, run, 'at dusk');
    expect(said(pages).at(-1)).toBe('a kettle > make it red > at dusk (2)');
  });

  it('goes on from an earlier turn as a fork, and either can be shown, across a reload', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle', 'make it red', 'at dusk');
    const [first, red] = run.get().turns;
    run.rewind(first!.key);
    expect(line(run)).toEqual(['a kettle: success']);
    await turn(pages, run, 'make it blue');
    expect(said(pages).at(-1)).toBe('a kettle > make it blue (1)');
    const [, blue] = run.get().turns;
    expect(blue!.forks).toEqual([red!.key, blue!.key]);
    run.show(red!.key!);
    expect(line(run)).toEqual(['a kettle: success', 'make it red: success', 'at dusk: success']);
    const later = pages.open().talk();
    await pages.clock.advance(0);
    expect(line(later)).toEqual(line(run));
    expect(later.get().turns[1]!.forks).toEqual([red!.key, blue!.key]);
  });

  it('says what was said after the turn that somebody went back to, until it is begun anew', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle', 'make it red', 'at dusk');
    expect(run.get().ahead).toEqual([]);
    const [first, red, dusk] = run.get().turns;
    run.rewind(first!.key);
    expect(run.get().ahead).toEqual([red!.key]);
    run.rewind(undefined);
    expect(run.get().ahead).toEqual([first!.key]);
    run.show(dusk!.key!);
    expect(line(run)).toEqual(['a kettle: success', 'make it red: success', 'at dusk: success']);
    run.rewind(first!.key);
    await turn(pages, run, '[broke] make it blue');
    expect([line(run), run.get().ahead]).toEqual([['a kettle: success', '[broke] make it blue: error'], [red!.key]]);
    await turn(pages, run, 'make it blue');
    expect(run.get().ahead).toEqual([]);
    run.rewind(undefined);
    run.reset();
    expect(run.get()).toMatchObject({ turns: [], ahead: [] });
  });

  it('sends fewer turns along with one that says so, and never more than it may', async () => {
    const pages = behindOurs();
    const run = pages.open().talk({ contextTurns: 2 });
    for (const prompt of ['a kettle', 'make it red', 'at dusk']) await turn(pages, run, prompt);
    await turn(pages, run, { prompt: 'from above', contextTurns: 1 });
    await turn(pages, run, { prompt: 'in rain', contextTurns: 9 });
    expect(said(pages).slice(-2)).toEqual(['at dusk > from above (1)', 'at dusk > from above > in rain (2)']);
    expect(run.get().context).toEqual({ sent: 2, of: 5 });
  });

  it('begins anew beside its first turn', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle');
    run.rewind(undefined);
    expect(run.get().turns).toEqual([]);
    await turn(pages, run, 'a teapot');
    expect(said(pages).at(-1)).toBe('a teapot (0)');
    expect(run.get().turns[0]!.forks).toHaveLength(2);
    run.reset();
    await turn(pages, run, 'a mug');
    expect(run.get().turns[0]!.forks).toHaveLength(1);
  });

  it('goes on from the picture that was chosen', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages);
    await turn(pages, run, { prompt: 'two kettles', n: 2 });
    run.choose(1);
    expect(run.get().turns[0]!.chosen).toBe(1);
    await turn(pages, run, 'make it red');
    const { messages } = pages.bodies.at(-1) as Body;
    expect(messages[1]).toEqual({ role: 'assistant', content: [{ type: 'image_url', image_url: { url: run.get().turns[0]!.images[1]!.url } }] });
    expect(run.get().turns[0]!.chosen).toBe(1);
  });

  it('sends no more turns along than it may', async () => {
    const pages = behindOurs();
    const run = pages.open().talk({ contextTurns: 1 });
    for (const prompt of ['a kettle', 'make it red', 'at dusk']) await turn(pages, run, prompt);
    expect(said(pages)).toEqual(['a kettle (0)', 'a kettle > make it red (1)', 'make it red > at dusk (1)']);
    expect(run.get().context).toEqual({ sent: 1, of: 3 });
  });

  it('begins with a picture of the person’s own', async () => {
    const pages = behindOurs();
    const run = pages.open().talk();
    await turn(pages, run, { prompt: 'make it red', image: new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], { type: 'image/png' }) });
    await turn(pages, run, 'at dusk');
    expect(said(pages)).toEqual(['make it red (1)', 'make it red > at dusk (1)']);
    expect(run.get().turns.map(({ withPicture }) => withPicture)).toEqual([true, false]);
  });

  it('takes a double click for one wish', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle');
    const [one, two] = [run.send({ prompt: 'make it red' }), run.send({ prompt: 'make it red' })];
    await pages.clock.advance(MINUTE);
    expect(await one).toBe(await two);
    expect(pages.gateway.ledger.charges).toHaveLength(2);
  });

  it('is the same line after a turn that was refused, also once the page is gone', async () => {
    const pages = behindOurs();
    const { page, run } = await kettles(pages, 'a kettle', '[broke] make it red');
    expect(line(run)).toEqual(['a kettle: success', '[broke] make it red: error']);
    expect(run.get().error).toMatchObject({ code: 'insufficient_balance', billed: 'no' });
    await turn(pages, run, 'make it red');
    expect(said(pages).at(-1)).toBe('a kettle > make it red (1)');
    await turn(pages, run, '[broke] at dusk');
    page.close();
    const later = pages.open().talk();
    await pages.clock.advance(0);
    expect(line(later)).toEqual(['a kettle: success', 'make it red: success']);
  });
});

describe('a turn whose answer was lost', () => {
  it('is unknown behind a proxy that keeps nothing, and never sent again by itself, nor by a reload', async () => {
    const pages = passedOn();
    const { page, run } = await kettles(pages, 'a kettle');
    pages.gateway.inject({ kind: 'reset-after-body', on: TALK });
    await turn(pages, run, 'make it red');
    expect(line(run)).toEqual(['a kettle: success', 'make it red: unknown']);
    page.close();
    const later = pages.open().talk();
    await pages.clock.advance(10 * MINUTE);
    expect(line(later)).toEqual(['a kettle: success', 'make it red: unknown']);
    expect(pages.gateway.ledger.charges).toHaveLength(2);
    expect(said(pages)).toHaveLength(2);
    await turn(pages, later, 'make it blue');
    expect(line(later)).toEqual(['a kettle: success', 'make it blue: success']);
  });

  it.each([0, 500, 3000, 30_000])('comes under its key when the page was closed %d ms after the click, billed once', async (ms) => {
    const pages = behindOurs();
    const { page, run } = await kettles(pages, 'a kettle');
    void run.send({ prompt: 'make it red' }).catch(() => {});
    await pages.clock.advance(ms);
    page.close();
    await pages.clock.advance(1000);
    const later = pages.open().talk();
    await pages.clock.advance(10 * MINUTE);
    const { charges } = pages.gateway.ledger;
    expect(line(later)).toEqual(['a kettle: success', 'make it red: success']);
    expect(charges).toHaveLength(2);
    await turn(pages, later, 'at dusk');
    expect(said(pages).at(-1)).toBe('a kettle > make it red > at dusk (2)');
  });

  it('is asked for once more when somebody wants that: where the proxy has it, nothing is made twice', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle');
    void run.send({ prompt: 'make it red' }).catch(() => {});
    await pages.clock.advance(500);
    void run.cancel();
    await pages.clock.advance(MINUTE);
    expect(line(run)).toEqual(['a kettle: success', 'make it red: unknown']);
    const again = run.retry();
    await pages.clock.advance(MINUTE);
    await again;
    expect(line(run)).toEqual(['a kettle: success', 'make it red: success']);
    expect(pages.gateway.ledger.charges).toHaveLength(2);
  });
});

describe('what cannot be sent is refused before any request', () => {
  it('when a picture is not on this device any more', async () => {
    const pages = behindOurs();
    const { page, run } = await kettles(pages, 'a kettle', 'make it red');
    pages.storage.removeItem([...pages.storage.entries.keys()].find((key) => key.endsWith(run.get().turns[0]!.key!))!);
    page.close();
    const later = pages.open().talk();
    await pages.clock.advance(0);
    // What is left of it begins later, and all of that can be sent.
    expect(line(later)).toEqual(['make it red: success']);
    await turn(pages, later, 'at dusk');
    expect(said(pages).at(-1)).toBe('make it red > at dusk (1)');
  });

  it('when the link of a picture has expired', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle');
    await pages.clock.advance(25 * 60 * MINUTE);
    expect(await turn(pages, run, 'make it red')).toMatchObject({ code: 'invalid_param', field: 'history', billed: 'no' });
    expect(said(pages)).toEqual(['a kettle (0)']);
    expect(line(run)).toEqual(['a kettle: success', 'make it red: error']);
  });

  it.each([
    [{ model: 'seedream-v5lite', prompt: 'a kettle' }, [{ prompt: 'before', images: ['https://cdn.example.com/a.png'] }], 'remembers nothing'],
    [{ model: 'gpt-4o-image', prompt: 'a kettle' }, [{ prompt: ' ', images: ['https://cdn.example.com/a.png'] }], 'no words'],
    [{ model: 'gpt-4o-image', prompt: 'a kettle' }, [{ prompt: 'before', images: [] }], 'no picture to go on from'],
  ] as const)('as a history that no model takes: %j %j', async (request, history, what) => {
    const pages = behindOurs();
    const { client } = pages.open();
    await expect(client.images.generate(request, { history })).rejects.toMatchObject({ code: 'invalid_param', field: 'history', message: expect.stringContaining(what) as string });
    expect(pages.gateway.requests).toEqual([]);
  });

  it('as a retry of a turn that has not failed', async () => {
    const pages = behindOurs();
    const { run } = await kettles(pages, 'a kettle');
    await expect(run.retry()).rejects.toMatchObject({ code: 'invalid_param', field: 'turn' });
  });
});
