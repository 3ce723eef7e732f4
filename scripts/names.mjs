// Names that a file system or a lookup takes for one another: macOS and Windows know no case, and `./Stages.js` is looked for under every ending that a source may have.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

/** What a lookup of a module tries. Types that lie beside their JavaScript are looked for apart. */
const SOURCE = /(\.d)?\.[cm]?[jt]sx?$/;

/**
 * Groups of paths, folders among them, that are the same when case is left out, and for sources the ending.
 *
 * @param {readonly string[]} paths with `/` between folders
 * @param {(path: string) => boolean} [isSource] whose ending is left out. @default no file's: what is built has the ending that is imported
 * @returns {string[][]}
 */
export function sameNames(paths, isSource = () => false) {
  const groups = new Map();
  const all = new Set(paths.flatMap((path) => path.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'))));
  const files = new Set(paths);
  for (const path of all) {
    const withoutEnding = files.has(path) && isSource(path) ? path.replace(SOURCE, '$1 source') : path;
    const key = withoutEnding.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Whether a path is that of a source. @param {string} path */
export const isSource = (path) => SOURCE.test(path);

/** Every file of the project, by git: a file system that knows no case has already lost the other one of a pair. @returns {string[]} */
export function trackedFiles() {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`The names of the project's files could not be had from git, because ${stderr || 'it did not start'}. Run this in a clone.`);
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** Faults of the project's files, of `dist`, and of what `npm pack` would put into the tarball. */
export function* nameFaults() {
  const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  yield* told('The repository', sameNames(trackedFiles(), isSource));
  yield* told('dist', sameNames(built));
  yield* told('The tarball', sameNames(packedFiles()));
}

function* told(where, groups) {
  for (const group of groups) yield `${where} holds ${group.join(' and ')}, which are one where case does not count, or where the ending is looked for. Rename one.`;
}

function packedFiles() {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm pack --dry-run failed: ${stderr}`);
  return JSON.parse(stdout)[0].files.map(({ path }) => path);
}
