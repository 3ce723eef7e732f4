// What a person does with the page of an app: an image, a clip, a reload while either is being made.
import type { Page } from 'playwright';
import { chooseModel, generate, turnTo } from '../e2e/page.js';
import type { Consumer } from './apps.js';

interface Way {
  begin(kind: 'Image' | 'Video'): Promise<void>;
  /** Turns the page to what was begun before it was loaded anew. */
  returnTo(kind: 'Image' | 'Video'): Promise<void>;
  /** Whether it is found again. */
  kept: Record<'Image' | 'Video', boolean>;
}

export const wayThrough = ({ shows }: Consumer, page: Page): Way => (shows === 'panel' ? throughPanel(page) : throughParts(page));

function throughPanel(page: Page): Way {
  return {
    async begin(kind) {
      await turnTo(page, kind);
      if (kind === 'Video') await chooseModel(page, 'Veo 3.1 Fast');
      await generate(page, kind, kind === 'Image' ? 'A lighthouse in fog' : 'Tide coming in over black rocks');
    },
    returnTo: (kind) => turnTo(page, kind),
    kept: { Image: true, Video: true },
  };
}

/** The examples of the README: a button for a clip, which has a place of its own, and one that opens a dialog, which has none. */
function throughParts(page: Page): Way {
  return {
    async begin(kind) {
      if (kind === 'Video') return page.locator('button:not(.bs-button)').click();
      await page.locator('.bs-generate-button').click();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Prompt', exact: true }).fill('A lighthouse in fog');
      await page.getByRole('dialog').getByRole('button', { name: /^Generate · / }).click();
    },
    returnTo: async () => undefined,
    kept: { Image: false, Video: true },
  };
}
