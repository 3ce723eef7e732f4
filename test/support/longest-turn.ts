/**
 * The longest that the event loop was held up while `run` went on, in milliseconds of this thread's
 * own work: what else the machine does is not in it.
 */
export async function longestTurn(run: () => Promise<unknown>): Promise<number> {
  let worst = 0;
  let last = usedMs();
  let over = false;
  const turn = () => {
    const now = usedMs();
    worst = Math.max(worst, now - last);
    last = now;
    if (!over) setImmediate(turn);
  };
  setImmediate(turn);
  await run();
  over = true;
  turn();
  return worst;
}

function usedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
