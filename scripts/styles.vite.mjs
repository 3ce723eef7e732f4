// The stylesheet on its own: its imports joined, minified, nothing lowered, so that what is written is what ships.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
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
      input: { styles: fileURLToPath(new URL('../src/styles.css', import.meta.url)) },
      output: { assetFileNames: '[name][extname]' },
    },
  },
});
