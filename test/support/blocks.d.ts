/** Code blocks of pages, as readme-plugin.ts makes modules of them. What they export is for the test to say. */
declare module 'block:*';

/** What a page of ours tells people to write, as two-users.test.ts bundles it. */
declare module 'page' {
  import type { ReactNode } from 'react';

  export function App(props: { userId: string; children: ReactNode }): ReactNode;
}
