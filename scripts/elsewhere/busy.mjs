// Other work that a machine has to do.
import { spawn } from 'node:child_process';

/** Keeps as many cores busy as `processes` says, until what it returns is called. */
export function keepBusy(processes) {
  const children = Array.from({ length: processes }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  const rest = () => children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', rest);
  return () => {
    process.off('exit', rest);
    rest();
  };
}
