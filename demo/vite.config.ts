import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { publicNames } from '../scripts/public-names.js';
import { warningsFail } from '../scripts/warnings.mjs';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), warningsFail()],
  resolve: { alias: publicNames('index.browser.ts') },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined files would be `data:` addresses, which the page's content security policy keeps out.
    assetsInlineLimit: 0,
  },
});
