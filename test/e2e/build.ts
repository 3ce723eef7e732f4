// A build as a user makes it, on a machine that has keys in its environment.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Nobody's key: a test looks for it in what was built. */
export const KEY = 'sk-canary-9c27e1b604';

/** Where a key lies on the machine that builds; a prefix with which bundlers let a variable through is nobody's key. */
const keys = { BYTESPIKE_API_KEY: KEY, SIMULATED_API_KEY: KEY, PROXY_SECRET: KEY };

/**
 * Runs one of the project's build tools; resolves with all that it said.
 * @throws Error with that, when it fails
 */
export function build(tool: 'vite' | 'storybook', args: readonly string[]): Promise<string> {
  const bin = join(root, 'node_modules', '.bin');
  const path = [bin, dirname(process.execPath), process.env.PATH].join(delimiter);
  // The mode of a test would show in what is built.
  const env = { ...process.env, ...keys, PATH: path, NODE_ENV: undefined, VITEST: undefined };
  const child = spawn(tool, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32', env });
  let said = '';
  child.stdout.on('data', (text) => (said += String(text)));
  child.stderr.on('data', (text) => (said += String(text)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`${tool} ${args.join(' ')} ended with ${code}:\n${said}`))));
  });
}
