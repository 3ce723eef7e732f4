import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Instance {
  url: string;
  /** As when the machine is switched off: nothing of it runs to its end. */
  kill(): Promise<void>;
}

export interface Instances {
  /** An instance of the proxy in a process of its own. */
  start(env: Record<string, string>): Promise<Instance>;
  /** Of the files that they ran. */
  remove(): void;
}

/** All that an instance runs of ours becomes one file: from the sources, each start would compile some 150. */
export async function buildInstances(): Promise<Instances> {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-instance-'));
  symlinkSync(path('../../node_modules'), join(folder, 'node_modules'), 'dir');
  const file = join(folder, 'instance.mjs');
  await build({ entryPoints: [path('instance.ts')], outfile: file, bundle: true, platform: 'node', format: 'esm', external: ['redis'], alias: { 'bytespike-react': path('../../src') }, logLevel: 'warning' });
  return { start: (env) => startInstance(file, env), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function startInstance(file: string, env: Record<string, string>): Promise<Instance> {
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr?.on('data', (text) => (complaint += String(text)));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text).trim()));
    child.once('exit', (code) => reject(new Error(`The instance ended with ${code} before it listened: ${complaint}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
