// The worst that may be sent below the proxy's caps, and the worst that a gateway may answer: long, many, deep, or in tiny pieces.

const MIB = 1024 * 1024;
const JSON_TYPE = 'application/json';

export interface WorstInput {
  name: string;
  path: string;
  method?: 'GET' | 'POST';
  type?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Bytes of each piece in which the body comes. @default as many as a socket gives at once */
  piece?: number;
  /** What the gateway answers. */
  answer?: { type: string; body: string };
}

/** A form of `count` texts; `B` is its border. */
export function formOf(count: number, name = (index: number) => `a${index}`, value = ''): string {
  const parts = Array.from({ length: count }, (_, index) => `--B\r\nContent-Disposition: form-data; name="${name(index)}"\r\n\r\n${value}\r\n`);
  return `${parts.join('')}--B--\r\n`;
}

export const FORM_TYPE = 'multipart/form-data; boundary=B';

const list = (count: number, entry: (index: number) => string) => Array.from({ length: count }, (_, index) => entry(index)).join();
const filled = (bytes: number, before: string, fill: string, after: string) => before + fill.repeat(Math.floor((bytes - before.length - after.length) / Buffer.byteLength(fill))) + after;
const talk = (bytes: number, fill: string) => filled(bytes, '{"model":"gpt-4o-image","messages":[{"role":"user","content":"', fill, '"}]}');
const picture = (fill: number) => {
  const head = '--B\r\nContent-Disposition: form-data; name="model"\r\n\r\ngpt-image-2\r\n--B\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';
  return new Uint8Array(Buffer.concat([Buffer.from(head), Buffer.alloc(32 * MIB - 1024, fill), Buffer.from('\r\n--B--\r\n')]));
};

const edits = { path: '/v1/images/edits', type: FORM_TYPE };
const chat = { path: '/v1/chat/completions', type: JSON_TYPE };
const submit = { path: '/v1/tasks/submit', type: JSON_TYPE };
const stream = (id: string) => ({ path: `/v1/tasks/stream/${id}`, method: 'GET' as const });
const events = (body: string) => ({ answer: { type: 'text/event-stream', body } });
const asked = { path: '/v1/tasks/query', type: JSON_TYPE };

/** `id` is that of a task that the user has. */
export function worstInputs(id: string): WorstInput[] {
  const json = (body: string) => ({ answer: { type: JSON_TYPE, body }, body: JSON.stringify({ task_id: id }) });
  return [
    { ...edits, name: 'a form of 20,000 fields', body: formOf(20_000) },
    { ...edits, name: 'a form of 32 MiB of fields', body: formOf(500_000) },
    { ...edits, name: 'a form with a head of 32 MiB', body: filled(32 * MIB, '--B\r\n', 'a: b\r\n', '\r\n\r\n--B--\r\n') },
    { ...edits, name: 'a form of 32 MiB of line breaks', body: picture(13) },
    { ...edits, name: 'a form with a picture of 32 MiB, under a key', body: picture(7), headers: { 'idempotency-key': 'form' } },
    { ...edits, name: 'a form with a text of 32 MiB', body: formOf(1, () => 'prompt', 'p'.repeat(31 * MIB)) },
    { ...chat, name: 'a conversation with a picture of 32 MiB, under a key', body: talk(32 * MIB, 'A'), headers: { 'idempotency-key': 'talk' } },
    { ...chat, name: 'a conversation of 32 MiB of escapes', body: talk(32 * MIB, '\\u0041') },
    { ...chat, name: 'a conversation of 32 MiB of line breaks', body: talk(32 * MIB, '\\n') },
    { ...chat, name: 'a conversation of 32 MiB of Chinese', body: talk(32 * MIB, '灯') },
    { ...chat, name: 'a conversation of 32 MiB of fields', body: `{"model":"gpt-4o-image","messages":[],${list(2_500_000, (index) => `"a${index}":0`)}}` },
    { ...chat, name: 'a conversation of 4 MiB of text', body: talk(4 * MIB, '\\n') },
    { ...submit, name: 'a submit of 120,000 fields', body: `{"model":"veo-3.1-fast","prompt":"p",${list(80_000, (index) => `"a${index}":0`)}}` },
    { ...submit, name: 'a submit of 9,900 fields', body: `{"model":"veo-3.1-fast","prompt":"p",${list(9_900, (index) => `"a${index}":0`)}}` },
    { ...submit, name: 'a submit of 199,000 numbers', body: `{"model":"veo-3.1-fast","prompt":"p","a":[${list(199_000, () => '0')}]}` },
    { ...submit, name: 'a submit of lists in lists', body: filled(MIB, '{"model":"veo-3.1-fast","a":', '[', '') },
    { ...submit, name: 'a submit of 256 KiB byte by byte', body: ' '.repeat(256 * 1024), piece: 1 },
    { ...asked, name: 'an id of 1 MiB', body: JSON.stringify({ task_id: 'a'.repeat(MIB - 100) }) },
    { name: 'an id in the path of 16 KiB', method: 'GET', path: `/v1/tasks/stream/${'a'.repeat(16_000)}` },
    { name: 'the address of a result of 16 KiB', method: 'GET', path: `/assets/${'a'.repeat(16_000)}.${'a'.repeat(43)}` },
    { name: 'a query of 4,000 parameters', method: 'GET', path: `/v1/tasks/query?${'a=1&'.repeat(4000)}task_id=${id}`, answer: json('{"status":"running"}').answer },
    { ...asked, name: 'an `Origin` of 16 KiB', headers: { origin: `https://xn--${'a'.repeat(16_000)}` }, ...json('{}') },
    { ...stream(id), name: 'a `Last-Event-ID` of 16 KiB', headers: { 'last-event-id': '.'.repeat(16_000) }, ...events('data: {}\n\n') },
    { ...submit, name: 'an `Idempotency-Key` of 16 KiB', headers: { 'idempotency-key': 'a'.repeat(16_000) }, body: '{"model":"veo-3.1-fast","prompt":"p"}' },
    { ...stream(id), name: 'an event of 80,000 fields', ...events(`data: {"status":"running",${list(80_000, (index) => `"a${index}":0`)}}\n\n`) },
    { ...stream(id), name: 'an event of 9,900 fields', ...events(`data: {"status":"running",${list(9_900, (index) => `"a${index}":0`)}}\n\n`) },
    { ...stream(id), name: 'an event of 9,000 tasks', ...events(`data: {"status":"running","a":[${list(4_500, (index) => `{"task_id":"task_${index}"}`)}]}\n\n`) },
    { ...stream(id), name: 'an event of 4,000 results', ...events(`data: {"status":"completed","output":[${list(4_000, (index) => `{"url":"https://cdn.example/${index}.mp4"}`)}]}\n\n`) },
    { ...stream(id), name: 'an event of 1 MiB of text', ...events(`data: {"status":"running","error_message":"${'task_1 '.repeat(140_000)}"}\n\n`) },
    { ...stream(id), name: 'an event of long names in each other', ...events(`data: ${`{"${'a'.repeat(16_000)}":`.repeat(60)}{"url":"https:"}${'}'.repeat(60)}\n\n`) },
    { ...stream(id), name: '1 MiB of lines that end alone', ...events(`${'\r'.repeat(MIB)}\n`) },
    { ...stream(id), name: '1 MiB of comments', ...events(':\n'.repeat(MIB / 2)) },
    { ...stream(id), name: '1 MiB of lines of one event', ...events(`${'data:\n'.repeat(MIB / 6)}\n`) },
    { ...asked, name: 'an answer of 400,000 fields', ...json(`{"status":"running",${list(400_000, (index) => `"a${index}":0`)}}`) },
  ];
}
