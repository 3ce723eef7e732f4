import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';

/** What drifts stands still in all pages of this context, as it does in browser tests. */
export async function calmed(context: BrowserContext): Promise<BrowserContext> {
  await context.addInitScript({ path: fileURLToPath(new URL('../setup/calm.ts', import.meta.url)) });
  return context;
}
