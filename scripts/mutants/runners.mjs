// Processes that run tests against what is wrong. One that is caught in an endless loop is ended, and has noticed.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../install.mjs';

/** What a test may take that has nothing to wait for, on a machine that does much else. */
const PATIENCE_MS = 120_000;
/** As many are asked at once, the likeliest first: what they notice need not be asked of others. */
const AT_ONCE = 12;

export function createRunners(count) {
  const runners = Array.from({ length: count }, createRunner);
  return {
    /** @throws when one fails before anything is broken */
    async warmUp(tests) {
      const [failed] = (await Promise.all(runners.map((runner) => runner.run({ tests })))).filter((test) => test !== undefined);
      if (failed !== undefined) throw new Error(`${failed} fails before anything is broken.`);
    },
    /** Tells of each fault that no test noticed. @returns how many there were */
    async survivors(faults, tell) {
      const queue = faults.values();
      let alive = 0;
      const work = async (runner) => {
        for (const fault of queue) {
          const { start, end, by, file, text, tests } = fault;
          const failed = await runner.run({ file, text: text.slice(0, start) + by + text.slice(end), tests });
          if (failed !== undefined) continue;
          alive++;
          tell(fault);
        }
      };
      await Promise.all(runners.map(work));
      return alive;
    },
    close: () => runners.forEach((runner) => runner.close()),
  };
}

function createRunner() {
  let child;
  const answer = () =>
    new Promise((resolve, reject) => {
      const end = () => reject(new Error('The process that runs the tests ended by itself.'));
      child.once('exit', end);
      child.once('message', (told) => {
        child.off('exit', end);
        resolve(told);
      });
    });
  /** Ends the process and those that it began. */
  const kill = () => {
    process.kill(-child.pid, 'SIGKILL');
    child = undefined;
  };
  /** @returns the test that failed, if one did */
  async function ask(job) {
    if (child === undefined) {
      child = fork(join(root, 'scripts/mutants/runner.mjs'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], detached: true });
      await answer();
    }
    child.send(job);
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, { isLate: true });
    });
    const { isLate, failed } = await Promise.race([answer(), late]);
    clearTimeout(timer);
    if (isLate) kill();
    return isLate ? 'all of them' : failed;
  }
  return {
    /** @returns the test that failed, if one did */
    async run({ tests, ...broken }) {
      for (let at = 0; at < tests.length; at += AT_ONCE) {
        const failed = await ask({ ...broken, tests: tests.slice(at, at + AT_ONCE) });
        if (failed !== undefined) return failed;
      }
      return undefined;
    },
    close: () => child?.disconnect(),
  };
}
