import type { PageFlavour, PagePart } from '../../scripts/pages.mjs';

/** An app of `consumers`: what it is made with, and how it is run once `npm run build` is through. */
export interface Consumer {
  /** Its folder. */
  name: string;
  /** The bundler, as the table of sizes names it. */
  bundler: string;
  flavour: PageFlavour;
  /** What Node starts; it says on its output where it listens. */
  start: readonly string[];
  /** Where it looks for a port that is free, in its own words; the others find one by themselves. */
  port?: Record<string, string>;
  /** The parts of the README in the place of the panel. */
  shows: 'panel' | 'parts';
  /** It has a lint, and shadcn's client, which adds to it. */
  shadcn?: true;
  /** Why a page of it does not weigh what `npm run size` says, by more than a tenth. */
  otherwise?: Partial<Record<PagePart, string>>;
  /** The files of the app around nothing but this component, in the place of its own. */
  around(module: string, later: string): Record<string, string>;
}

const ROOT_OF_ROUTER = `import { Links, Outlet, Scripts } from 'react-router';
export default function Root() {
  return <html lang="en"><head><link rel="icon" href="data:," /><Links /></head><body><Outlet /><Scripts /></body></html>;
}`;

export const consumers: readonly Consumer[] = [
  {
    name: 'next',
    bundler: 'Turbopack (Next.js)',
    flavour: 'react-query',
    start: ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', '0'],
    shows: 'panel',
    shadcn: true,
    otherwise: { GenerateButton: 'Turbopack keeps what a file imports also for those of its exports that a page does not take.' },
    around: (module, later) => ({
      'app/layout.tsx': "import type { ReactNode } from 'react';\nexport default ({ children }: { children: ReactNode }) => <html lang=\"en\"><body>{children}</body></html>;",
      'app/page.tsx': `// @ts-nocheck\n'use client';\n${module}`,
      'app/later.js': later,
    }),
  },
  {
    name: 'vite',
    bundler: 'Vite',
    flavour: 'swr',
    start: ['server.ts'],
    port: { PORT: '0' },
    shows: 'panel',
    shadcn: true,
    around: (module, later) => ({ 'src/Page.tsx': module, 'src/later.js': later }),
  },
  {
    name: 'react-router',
    bundler: 'Vite (React Router)',
    flavour: 'react-query',
    start: ['node_modules/@react-router/serve/bin.cjs', 'build/server/index.js'],
    shows: 'panel',
    otherwise: { GenerateButton: 'React Router builds each route as an entry beside its own: what they share is in files of which a page has one.' },
    around: (module, later) => ({ 'app/root.tsx': ROOT_OF_ROUTER, 'app/routes/studio.tsx': module, 'app/routes/later.js': later }),
  },
  {
    name: 'webpack',
    bundler: 'webpack',
    flavour: 'react-query',
    start: ['server.ts'],
    port: { PORT: '0' },
    shows: 'parts',
    otherwise: { GenerateButton: 'webpack says in the first file which others there are, with the hash of each.' },
    around: (module, later) => ({ 'src/Page.tsx': module, 'src/later.js': later }),
  },
];
