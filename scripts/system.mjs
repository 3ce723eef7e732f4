// What this machine has, and what its package manager can bring without asking a question.
import { execFileSync, spawnSync } from 'node:child_process';

const MANAGERS = [
  { name: 'apt-get', update: ['update', '-q'], install: ['install', '-y', '-q', '--no-install-recommends'], root: true },
  { name: 'dnf', install: ['install', '-y', '-q'], root: true },
  { name: 'apk', install: ['add', '--no-cache'], root: true },
  { name: 'brew', install: ['install', '--quiet'], root: false },
];

/**
 * Only where it asks no question: as root, or with a sudo that needs no password.
 * Names differ between managers; `other` is used where a manager is named in it.
 */
export function installPackage(name, other = {}) {
  const manager = MANAGERS.find((candidate) => which(candidate.name));
  if (manager === undefined) return;
  const sudo = manager.root && process.getuid?.() !== 0;
  if (sudo && !attempt('sudo', ['-n', 'true'], 5_000)) return;
  const run = (args) => (sudo ? attempt('sudo', ['-n', manager.name, ...args], 300_000) : attempt(manager.name, args, 300_000));
  if (manager.update) run(manager.update);
  run([...manager.install, ...(other[manager.name] ?? [name])]);
}

export function attempt(command, args, timeout) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'ignore', timeout, env: environment }).status === 0;
}

export function which(name) {
  try {
    return execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .split('\n')[0]
      .trim();
  } catch {
    return undefined;
  }
}
