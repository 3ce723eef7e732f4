// Installs what is missing, then carries on under the Node that the project pins. Runs on Node 20 with no dependency.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frugal } from './frugal.mjs';

const windows = process.platform === 'win32';

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const binaries = join(root, 'node_modules', '.bin');
const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Environment in which the project's own tools, its Node among them, come first. */
export const toolEnvironment = {
  ...frugal,
  ...process.env,
  PATH: [binaries, ...(process.env.PATH ?? '').split(delimiter).filter((entry) => entry !== binaries)].join(delimiter),
};

/**
 * Runs `main` under the project's Node, with dependencies in place. Under another Node this
 * process only installs what is missing, hands over, and ends as the other one ends.
 */
export async function withProject(script, main) {
  installDependencies();
  if (isPinnedNode()) {
    process.env.PATH = toolEnvironment.PATH;
    process.exitCode = (await main(process.argv.slice(2))) ?? process.exitCode;
    return;
  }
  process.exitCode = await handOver(fileURLToPath(script));
}

/** `npm ci` when `node_modules` is absent or older than the lock file. */
function installDependencies() {
  const installed = modifiedAt(join(root, 'node_modules', '.package-lock.json'));
  if (installed >= modifiedAt(join(root, 'package-lock.json')) && existsSync(pinnedNode)) return;
  console.log('Installing dependencies: npm ci, about half a minute.');
  const { status, error } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  if (status === 0) return;
  console.error(
    `Dependencies could not be installed: npm ci ${error ? `did not start (${error.message})` : `ended with code ${status}`}. ` +
      'Read its message above; it needs npm 10 or newer and a registry it can reach.',
  );
  process.exit(1);
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isPinnedNode() {
  return realpathSync(process.execPath) === realpathSync(pinnedNode);
}

function handOver(script) {
  const child = spawn(pinnedNode, [script, ...process.argv.slice(2)], { stdio: 'inherit', env: toolEnvironment });
  // The terminal sends Ctrl-C to both; this one must outlive the other, or the prompt returns too early.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Runs one of the project's tools beside others; resolves, at its end, with its exit code and with what it said, unless that was `shown`. */
export function runBeside(name, args, { shown = false, env = toolEnvironment } = {}) {
  const child = spawn(name, args, { cwd: root, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'], env, shell: windows });
  let said = '';
  for (const output of [child.stdout, child.stderr]) output?.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs one of the project's tools to its end and returns its exit code. */
export function runTool(name, args, options = {}) {
  const { status, error } = spawnSync(name, args, { cwd: root, stdio: 'inherit', env: toolEnvironment, shell: windows, ...options });
  if (error) throw error;
  return status ?? 1;
}
