import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactNode } from 'react';

/** Code as the pages in MDX show it: in the theme of the toolbar, which `Source` does not follow. */
export function Snippet({ children }: { children: string }): ReactNode {
  return <Markdown>{`\`\`\`tsx\n${children.trimEnd()}\n\`\`\``}</Markdown>;
}
