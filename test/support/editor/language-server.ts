// TypeScript's own language server, as an editor starts it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = new URL('.', import.meta.url).href;
const file = new URL('scratch.ts', folder).href;

interface Answer {
  id?: number;
  method?: string;
  result?: unknown;
}

interface Completions {
  items: { label: string }[];
}

export interface Editor {
  /** What is offered at the place in `code` that is marked with `|`. */
  completionsAt(code: string): Promise<readonly string[]>;
  /** What is said of the name in `code` that is marked with `|`: its type, and its documentation. */
  saidAt(code: string): Promise<string>;
  close(): Promise<void>;
}

/** An editor on a file of its own, which imports the library by its public names. */
export async function openEditor(): Promise<Editor> {
  const server = start();
  await server.ask('initialize', { processId: process.pid, rootUri: folder, capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } } }, workspaceFolders: [{ uri: folder, name: 'editor' }] });
  server.tell('initialized', {});
  server.tell('textDocument/didOpen', { textDocument: { uri: file, languageId: 'typescript', version: 1, text: '' } });
  let version = 1;
  /** Puts `code` into the file, and tells where its mark was. */
  const write = (code: string) => {
    const before = code.slice(0, code.indexOf('|'));
    const lines = before.split('\n');
    server.tell('textDocument/didChange', { textDocument: { uri: file, version: (version += 1) }, contentChanges: [{ text: before + code.slice(before.length + 1) }] });
    return { textDocument: { uri: file }, position: { line: lines.length - 1, character: lines.at(-1)!.length } };
  };
  return {
    async completionsAt(code) {
      const result = (await server.ask('textDocument/completion', write(code))) as Completions | null;
      return (result?.items ?? []).map(({ label }) => label);
    },
    async saidAt(code) {
      const result = (await server.ask('textDocument/hover', write(code))) as { contents: { value: string } } | null;
      return result?.contents.value ?? '';
    },
    async close() {
      await server.ask('shutdown', null);
      server.tell('exit', null);
    },
  };
}

function start() {
  const executable = JSON.parse(readFileSync(`${root}/node_modules/typescript/package.json`, 'utf8')) as { bin: { tsc: string } };
  const child = spawn(process.execPath, [`${root}/node_modules/typescript/${executable.bin.tsc}`, '--lsp', '-stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (result: unknown) => void>();
  let heard = Buffer.alloc(0);
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk]);
    for (let answer = next(); answer !== undefined; answer = next()) {
      // What it asks of the editor has to be answered, or it waits.
      if (answer.id !== undefined && answer.method !== undefined) send({ id: answer.id, result: null });
      else if (answer.id !== undefined) waiting.get(answer.id)?.(answer.result);
    }
  });
  let count = 0;
  return {
    tell: (method: string, params: unknown): void => send({ method, params }),
    ask: (method: string, params: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        waiting.set((count += 1), resolve);
        send({ id: count, method, params });
      }),
  };

  function next(): Answer | undefined {
    const head = heard.indexOf('\r\n\r\n');
    if (head < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(heard.toString('latin1', 0, head))![1]);
    if (heard.length < head + 4 + length) return undefined;
    const body = heard.toString('utf8', head + 4, head + 4 + length);
    heard = heard.subarray(head + 4 + length);
    return JSON.parse(body) as Answer;
  }
}
