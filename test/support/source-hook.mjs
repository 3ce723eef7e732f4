// Lets a child process of a test run the sources as they are: `node --import <this> file.ts`.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const source = new URL('../../src/', import.meta.url);
const PUBLIC = { 'bytespike-react/server': 'server/index.ts', 'bytespike-react/server/redis': 'server/redis.ts', 'bytespike-react/testing': 'testing/index.ts' };

registerHooks({
  resolve(specifier, context, next) {
    if (specifier in PUBLIC) return next(new URL(PUBLIC[specifier], source).href, context);
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL !== undefined) {
      const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(url))) return next(url.href, context);
    }
    return next(specifier, context);
  },
});
