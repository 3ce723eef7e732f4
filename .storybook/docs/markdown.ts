import { gfm } from '@joplin/turndown-plugin-gfm';
import Turndown from 'turndown';

/** What is no text of the page: stories, what runs in them, and what one presses. */
const LIVE = '.sbdocs-preview, .docs-story, .sb-story, .bs-docs-copy, button, style, script';

/** A page of docs as Markdown, without what lives in it. */
export function markdownOf(page: Element): string {
  const copy = page.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll(LIVE)) part.remove();
  return `${service.turndown(copy as HTMLElement).trim()}\n`;
}

const service = new Turndown({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' });
service.use(gfm);
// Highlighted code is a tree of spans in no `code` of its own.
service.addRule('code of a page', {
  filter: 'pre',
  replacement: (_content, node) => {
    const language = /\blanguage-(\w+)/.exec((node as Element).outerHTML)?.[1] ?? '';
    return `\n\n\`\`\`${language}\n${node.textContent?.trimEnd() ?? ''}\n\`\`\`\n\n`;
  },
});
