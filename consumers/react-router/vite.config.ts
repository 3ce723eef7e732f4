import { reactRouter } from '@react-router/dev/vite';
import { defineConfig, type Plugin } from 'vite';

/** What a route shares with parts that load later stays in the route's own file, which exports it beside what it names. */
const fewerFiles: Plugin = {
  name: 'fewer-files',
  config: () => ({ environments: { client: { build: { rollupOptions: { preserveEntrySignatures: 'allow-extension' } } } } }),
};

export default defineConfig({ plugins: [reactRouter(), fewerFiles], resolve: { tsconfigPaths: true } });
