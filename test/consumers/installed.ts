// An app in a folder of its own, with what it says that it needs.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Consumer } from './apps.js';

const checkout = resolve('.');
/** The project's Node, and nothing else that the checkout has installed. */
const PATH = [dirname(process.execPath), ...(process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.startsWith(checkout))].join(delimiter);
const BUILT = ['node_modules', '.next', 'dist', 'build', '.react-router', 'next-env.d.ts'];

/** What npm, Node and Vitest tell their children of this project and its tests; how the registry is reached stays. */
const OURS = /^(npm_(?!config_(registry|cafile|cache|userconfig|globalconfig|(https_|no)?proxy)$)|VITEST|NODE_(ENV|PATH|OPTIONS)$)/i;

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))),
  PATH,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
});

export interface Installed {
  folder: string;
  /** Runs npm in it; gives what that said. @throws Error with that, when it fails */
  npm(args: readonly string[], variables?: Record<string, string>): Promise<string>;
  /** `npm run` of one of its scripts. */
  run(script: string): Promise<string>;
  write(files: Record<string, string>): void;
  start(secrets: Record<string, string>): Promise<Started>;
}

interface Started {
  origin: string;
  /** What it complained of so far. */
  complaints(): string;
  stop(): Promise<void>;
}

/** Copies the app to `folder`, puts the packed library into it and installs both. */
export async function install({ name, start, port }: Consumer, folder: string, tarball: string): Promise<Installed> {
  cpSync(join('consumers', name), folder, { recursive: true, filter: (path) => !BUILT.includes(basename(path)) });
  cpSync(tarball, join(folder, 'bytespike-react.tgz'));
  const npm: Installed['npm'] = (args, variables = {}) =>
    new Promise((resolve, reject) => {
      execFile('npm', args, { cwd: folder, env: { ...environment(), ...variables }, maxBuffer: 2 ** 26, shell: process.platform === 'win32' }, (error, stdout, stderr) => {
        if (error === null) resolve(stdout + stderr);
        else reject(new Error(`npm ${args.join(' ')} of consumers/${name} ended with ${error.code}:\n${stdout}${stderr}`));
      });
    });
  // What this machine has once loaded is what the lock file names: its hash says so.
  await npm(['ci', '--prefer-offline', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  return {
    folder,
    npm,
    run: (script) => npm(['run', script, '--silent']),
    write: (files) => Object.entries(files).forEach(([path, text]) => writeFileSync(join(folder, path), text)),
    start: (secrets) => started(spawn(process.execPath, start, { cwd: folder, env: { ...environment(), HOST: '127.0.0.1', ...port, ...secrets }, stdio: ['ignore', 'pipe', 'pipe'] })),
  };
}

async function started(child: ChildProcess): Promise<Started> {
  let complaints = '';
  child.stderr!.on('data', (chunk) => (complaints += String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.kill();
    return ended;
  };
  for await (const line of createInterface({ input: child.stdout! })) {
    const [, port] = /http:\/\/[\w.]+:(\d+)/.exec(line) ?? [];
    if (port === undefined) continue;
    child.stdout!.resume();
    return { origin: `http://127.0.0.1:${port}`, complaints: () => complaints, stop };
  }
  throw new Error(`It ended before it listened:\n${complaints}`);
}
