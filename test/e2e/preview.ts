// Storybook's preview, moved from entry to entry as its sidebar does: to load it anew for each takes longer than all that they draw.
import type { Browser, BrowserContext, Page } from 'playwright';
import { calmed } from '../support/calmed.js';
import { TEST_MS } from '../support/patience.js';

/** One entry of Storybook's own index. */
export interface Entry {
  id: string;
  type: 'story' | 'docs';
  title: string;
  importPath: string;
  tags: readonly string[];
}

/** What is wrong with the page, beside what it says itself. */
type Check = (page: Page) => Promise<readonly string[]>;

interface Preview {
  show(entry: Entry, check: Check): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What the preview tells of itself within its page. */
interface PreviewWindow {
  __STORYBOOK_PREVIEW__?: { currentRender?: { id: string; phase?: string } };
  __STORYBOOK_ADDONS_CHANNEL__?: { emit(event: string, ...args: unknown[]): void; last(event: string): unknown[] | undefined };
}

/** Pages that are open at once. */
const PAGES = 4;

/** Shows each entry of the Storybook at `url` in one of a few pages, and tells what was wrong with which. */
export async function walk(browser: Browser, url: string, entries: readonly Entry[], check: Check = async () => []): Promise<string[]> {
  const context = await calmed(await browser.newContext());
  const waiting = [...entries];
  const wrong: string[] = [];
  const work = async () => {
    let preview: Preview | undefined;
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      preview ??= await openPreview(context, url);
      const found = await preview.show(entry, check);
      wrong.push(...found);
      if (found.length === 0) continue;
      // What one of them left behind is not to be held against the next.
      await preview.close();
      preview = undefined;
    }
    await preview?.close();
  };
  await Promise.all(Array.from({ length: PAGES }, work));
  await context.close();
  return wrong;
}

async function openPreview(context: BrowserContext, url: string): Promise<Preview> {
  const page = await context.newPage();
  const problems = watch(page, url);
  let before = '';
  return {
    show: async (entry, check) => {
      // An earlier one is named too: what it says when it is taken away is heard by now.
      const name = before === '' ? entry.id : `${entry.id}, after ${before}`;
      const found = await go(page, url, entry, before === '').then(
        async (shown) => [...shown, ...(await check(page))],
        (error: unknown) => [String(error)],
      );
      before = entry.id;
      return [...problems.splice(0), ...found].map((problem) => `${name}: ${problem}`);
    },
    close: () => page.close(),
  };
}

/** Brings the entry onto the page; says what Storybook says when that fails. */
async function go(page: Page, url: string, { id, type }: Entry, isFirst: boolean): Promise<string[]> {
  // What a story plays is tested elsewhere, where it has the focus. Embedded, it does not play.
  const embed = type === 'story' ? '&embed=true' : '';
  if (isFirst) await page.goto(`${url}iframe.html?id=${id}&viewMode=${type}${embed}&globals=a11y.manual:!true`, { waitUntil: 'commit' });
  else await page.evaluate(select, { storyId: id, viewMode: type });
  // One page shows every state of a component at once, and three more are drawn beside it.
  await page.waitForFunction(isShown, { id, type }, { timeout: TEST_MS });
  return page.evaluate(async () => {
    // Effects have run and images are asked for when a frame is drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return document.body.matches('.sb-show-errordisplay, .sb-show-nopreview') ? [document.body.innerText.slice(0, 500)] : [];
  });
}

/** In the page: goes on to another entry. */
function select(selection: { storyId: string; viewMode: string }): void {
  (window as PreviewWindow).__STORYBOOK_ADDONS_CHANNEL__?.emit('setCurrentStory', selection);
}

/** In the page: whether this entry, and not the one before it, is there or has failed. */
function isShown({ id, type }: { id: string; type: Entry['type'] }): boolean {
  const { __STORYBOOK_PREVIEW__: preview, __STORYBOOK_ADDONS_CHANNEL__: channel } = window as PreviewWindow;
  if (document.body.matches('.sb-show-errordisplay, .sb-show-nopreview')) return true;
  if (type === 'story') {
    const render = preview?.currentRender;
    return render?.id === id && ['completing', 'completed', 'afterEach', 'finished'].includes(render.phase ?? '');
  }
  const content = document.querySelector('.sbdocs-content');
  if (channel?.last('docsRendered')?.[0] !== id || content === null) return false;
  // A page of docs is there when its title is, and every story in it has begun to be drawn.
  const stories = [...content.querySelectorAll('.sb-story')];
  return content.querySelector('h1') !== null && stories.every((story) => story.querySelector('.page, .themes, iframe') !== null);
}

/** What a person with the developer tools open would see. */
export function watch(page: Page, url: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && origin !== new URL(url).origin) problems.push(`requested ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}
