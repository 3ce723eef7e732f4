import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { publicNames } from '../../../scripts/public-names.js';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: publicNames('index.browser.ts') },
  // A font or picture within the style sheet would be an address that the policy does not name.
  build: {
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['index.html', 'server.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))) },
  },
});
