import type { Page } from 'playwright';

/** Links of a page of docs that lead nowhere: to an entry, an anchor or a file that is not there. */
export async function deadLinks(page: Page, ids: ReadonlySet<string>): Promise<string[]> {
  const links = await page.locator('.sbdocs-content a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const dead: string[] = [];
  for (const link of new Set(links)) {
    if (!(await leadsSomewhere(page, link, ids))) dead.push(`dead link ${link}`);
  }
  return dead;
}

async function leadsSomewhere(page: Page, link: string, ids: ReadonlySet<string>): Promise<boolean> {
  if (link.startsWith('#')) return (await page.locator(`[id="${link.slice(1)}"]`).count()) > 0;
  const target = new URL(link, page.url());
  if (target.origin !== new URL(page.url()).origin) return ['https:', 'mailto:'].includes(target.protocol);
  const path = target.searchParams.get('path');
  if (path !== null) return ids.has(path.replace(/^\/(docs|story)\//, ''));
  return target.searchParams.has('id') ? ids.has(target.searchParams.get('id') ?? '') : (await fetch(target)).ok;
}
