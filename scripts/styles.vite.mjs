// The stylesheets on their own: all in one and one for each component. Imports joined, minified, nothing lowered, so that what is written is what ships.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { sheets } from './entries.mjs';
import { warningsFail } from './warnings.mjs';

export default defineConfig({
  publicDir: false,
  plugins: [warningsFail()],
  build: {
    outDir: fileURLToPath(new URL('../dist', import.meta.url)),
    emptyOutDir: false,
    cssMinify: true,
    cssTarget: 'esnext',
    rolldownOptions: {
      input: Object.fromEntries(sheets.map(({ built, source }) => [built.replace(/\.css$/, ''), fileURLToPath(new URL(`../${source}`, import.meta.url))])),
      output: { assetFileNames: '[name][extname]' },
    },
  },
});
