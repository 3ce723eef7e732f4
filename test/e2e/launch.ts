import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Launched {
  url: string;
  /** Everything that it has said so far, on both of its outputs. */
  log(): string;
  /** Ends it as Ctrl-C would; resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** `npm start` in a process of its own, on a free port; resolves once it serves. Builds what is not built. */
export function launch(environment: Record<string, string> = {}): Promise<Launched> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: undefined, PORT: '0', ...environment },
  });
  let log = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const url = /^Studio: (http:\S+)$/m.exec(log)?.[1];
      if (url !== undefined) resolve({ url, log: () => log, stop });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then((code) => reject(new Error(`The studio ended with code ${code} before it was there:\n${log}`)));
  });
}
