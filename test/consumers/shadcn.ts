// An app as shadcn makes one: Tailwind, a theme in custom properties, an alias, and a file that says where all of it is.
import type { Consumer } from './apps.js';

/** Colours that nothing else has, so that it can be seen where they came from. */
const PALETTE = { light: { primary: 'rgb(120 20 60)', background: 'rgb(250 240 230)' }, dark: { primary: 'rgb(250 190 90)', background: 'rgb(20 30 40)' } } as const;
type Shade = keyof typeof PALETTE;
export const paletteOf = (shade: Shade) => PALETTE[shade];

const NAMES = ['foreground', 'card', 'card-foreground', 'muted', 'muted-foreground', 'accent', 'accent-foreground', 'destructive', 'border', 'input', 'ring', 'primary-foreground'];

const coloursOf = (shade: Shade): string => {
  const { primary, background } = PALETTE[shade];
  const others = NAMES.map((name) => `  --${name}: ${/foreground/.test(name) ? (shade === 'light' ? '#1a1a1a' : '#f5f5f5') : background};`);
  return [`  --primary: ${primary};`, `  --background: ${background};`, ...others].join('\n');
};

const SHEET = `@import 'tailwindcss';

@custom-variant dark (&:is(.dark *));

:root {
  --radius: 0.625rem;
${coloursOf('light')}
}

.dark {
${coloursOf('dark')}
}

@theme inline {
${['primary', 'background', ...NAMES].map((name) => `  --color-${name}: var(--${name});`).join('\n')}
}
`;

const componentsJson = (css: string, rsc: boolean) =>
  JSON.stringify({
    $schema: 'https://ui.shadcn.com/schema.json',
    style: 'new-york',
    rsc,
    tsx: true,
    tailwind: { config: '', css, baseColor: 'neutral', cssVariables: true, prefix: '' },
    aliases: { components: '@/components', utils: '@/lib/utils', ui: '@/components/ui', lib: '@/lib', hooks: '@/hooks' },
    iconLibrary: 'lucide',
  });

/** A page of what was added. */
const PAGE = `import { Generate } from '@/components/bytespike/generate-button';
import { Providers } from '@/components/bytespike/providers';
import { Studio } from '@/components/bytespike/studio';

export default function Page() {
  return (
    <Providers userId="ann">
      <Generate />
      <Studio />
    </Providers>
  );
}
`;

/** The files that make the app one of shadcn's. */
export function shadcnFiles({ name }: Consumer): Record<string, string> {
  if (name === 'next') {
    return {
      'components.json': componentsJson('app/globals.css', true),
      'postcss.config.mjs': "const config = { plugins: { '@tailwindcss/postcss': {} } };\n\nexport default config;\n",
      'app/globals.css': SHEET,
      'app/layout.tsx': `import './globals.css';\nimport type { ReactNode } from 'react';\n\nexport default function Layout({ children }: { children: ReactNode }) {\n  return (\n    <html lang="en">\n      <body>{children}</body>\n    </html>\n  );\n}\n`,
      'app/page.tsx': PAGE,
    };
  }
  return {
    'components.json': componentsJson('src/index.css', false),
    'src/index.css': SHEET,
    'src/Page.tsx': `import './index.css';\n${PAGE.replace('Page()', "Page({ userId = '' }: { userId: string | undefined })").replace('"ann"', '{userId}')}`,
    'vite.config.ts': "import tailwindcss from '@tailwindcss/vite';\nimport react from '@vitejs/plugin-react';\nimport { defineConfig } from 'vite';\n\nexport default defineConfig({ plugins: [react(), tailwindcss()], resolve: { tsconfigPaths: true } });\n",
  };
}
