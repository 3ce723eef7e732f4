// The package as people install it: packed, unpacked, with the project's own dependencies beside it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packs what is built; gives the folder of an app that has it in its `node_modules`. */
export function packedApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-packed-'));
  run('tar', ['-xzf', pack(folder), '-C', folder]);
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  renameSync(join(folder, 'package'), join(modules, 'bytespike-react'));
  for (const name of readdirSync('node_modules').filter((each) => !each.startsWith('.'))) symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
  return folder;
}

/** Packs what is built into `folder`; gives the path of the tarball. */
export function pack(folder: string): string {
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
}

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stderr}`);
}
