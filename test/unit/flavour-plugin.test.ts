import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { expect, it, onTestFinished } from 'vitest';
import { flavourPlugin } from '../../.storybook/flavour-plugin.js';
import { publicNames } from '../../scripts/public-names.js';

it('serves an example on SWR in development, where React lets each module import itself', async () => {
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: publicNames('index.browser.ts') },
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [flavourPlugin(), react()],
  });
  onTestFinished(() => server.close());
  const served = await server.transformRequest('/stories/hooks/caption.example.swr.tsx');
  expect(served?.code).toContain('import { useCaption, useImageGeneration } from "/src/swr/index.ts"');
  expect(served?.code).toContain('from "/stories/hooks/caption.example.swr.tsx"');
});
