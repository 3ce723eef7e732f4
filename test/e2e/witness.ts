import type { BrowserContext, Page } from 'playwright';

/** Calls that are told of a visitor: enough to see what became of the last press. */
const CALLS = 8;
/** Letters that are told of a page: a line of a log holds them. */
const LETTERS = 500;

/** Sees what a visitor's pages show and ask for: a wait that ends in nothing says only what it waited for. */
export function witness(visitor: BrowserContext): () => Promise<string> {
  const calls: string[] = [];
  const note = (what: string) => {
    calls.push(what);
    if (calls.length > CALLS) calls.shift();
  };
  visitor.on('request', (request) => isCall(request.url()) && note(`${request.method()} ${pathOf(request.url())}`));
  visitor.on('response', (response) => isCall(response.url()) && note(`${response.status()} ${pathOf(response.url())}`));
  visitor.on('requestfailed', (request) => isCall(request.url()) && note(`${request.failure()?.errorText} ${pathOf(request.url())}`));
  return async () => `The pages showed: ${(await Promise.all(visitor.pages().map(shown))).join(' | ')} The last calls: ${calls.join(', ')}.`;
}

const isCall = (url: string) => url.includes('/api/');
const pathOf = (url: string) => new URL(url).pathname.replace(/^.*\/api\/\w+/, '');

async function shown(page: Page): Promise<string> {
  // What says how things stand is said to a screen reader too; what a person wrote is not.
  const said = await page.locator('.bs-task-progress, .bs-prompt-form, [role=alert]').allInnerTexts().catch((error: unknown) => [String(error)]);
  return said.join(' · ').replaceAll(/\s+/g, ' ').slice(-LETTERS);
}
