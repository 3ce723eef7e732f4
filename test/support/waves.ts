// Run in a page, each by itself: what is around them here is not there.

/** Presses the button of the page, without a pointer that comes near before. */
export function pressButton(): void {
  performance.clearResourceTimings();
  performance.clearMarks();
  // Not by an event: a window that is not in front has none of the focus.
  const looking = setInterval(() => {
    if (document.activeElement?.matches('dialog[open] textarea') !== true) return;
    performance.mark('usable');
    clearInterval(looking);
  }, 5);
  performance.mark('pressed');
  document.querySelector('button')!.click();
}

/** What was asked for between that and a request that ends like this, or for a dialog that has the focus. */
export function readWaves(until: string): { took: number; waves: number; files: number } {
  const markAt = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
  const pressed = markAt('pressed');
  const asked = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).toSorted((a, b) => a.startTime - b.startTime);
  const there = until === '' ? markAt('usable') : asked.find(({ name }) => name.endsWith(until))!.startTime;
  const before = asked.filter(({ startTime, responseEnd }) => startTime >= pressed && responseEnd <= there);
  // Which round trip a request is: the one after the last that had ended when it began.
  const waves: number[] = [];
  for (const { startTime } of before) {
    waves.push(1 + Math.max(0, ...before.slice(0, waves.length).map(({ responseEnd }, earlier) => (responseEnd <= startTime ? waves[earlier]! : 0))));
  }
  return { took: there - pressed, waves: Math.max(0, ...waves), files: before.length };
}

/** Whether nothing was asked for since this was last asked. */
export function isQuiet(): boolean {
  const count = String(performance.getEntriesByType('resource').length);
  const before = document.documentElement.dataset['asked'];
  document.documentElement.dataset['asked'] = count;
  return before === count;
}
