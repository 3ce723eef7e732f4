import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';

/** Where the pages that lie in the package stand in the sidebar. */
const PLACES: Record<string, string> = {
  'next.md': 'guides-next-js--docs',
  'react-router.md': 'guides-react-router--docs',
  'alternatives.md': 'guides-compared-with-others--docs',
  'registry.md': 'guides-shadcn--docs',
  'testing.md': 'guides-testing-your-app--docs',
  'proxy.md': 'guides-your-own-proxy--docs',
  'devtools.md': 'guides-devtools--docs',
};

/** A page of `docs`, which is in the package as well; its links lead to the same pages here. */
export function Page({ children }: { children: string }): ReactNode {
  return <Markdown>{withPlaces(children)}</Markdown>;
}

/** What has no place here keeps its name, and leads nowhere. */
function withPlaces(text: string): string {
  return text.replace(/\[([^\]\n]+)\]\(([\w-]+\.md)(?:#[\w-]+)?\)/g, (_, words: string, file: string) => {
    const place = PLACES[file];
    return place === undefined ? `${words} (\`docs/${file}\`)` : `[${words}](?path=/docs/${place})`;
  });
}
