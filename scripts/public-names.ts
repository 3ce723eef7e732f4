import { fileURLToPath } from 'node:url';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** The public names, read from source: tests, stories and the demo import what a user imports. */
export const publicNames = (testing: 'index.ts' | 'index.browser.ts') => [
  { find: /^bytespike-react$/, replacement: source('index.ts') },
  { find: /^bytespike-react\/(react-query|swr|server)$/, replacement: source('$1/index.ts') },
  { find: /^bytespike-react\/server\/redis$/, replacement: source('server/redis.ts') },
  { find: /^bytespike-react\/testing$/, replacement: source(`testing/${testing}`) },
  { find: /^bytespike-react\/locales\/(.+)$/, replacement: source('locales/$1.ts') },
  { find: /^bytespike-react\/styles\.css$/, replacement: source('styles.css') },
];
