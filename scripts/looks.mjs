// npm run looks: takes anew the references of test/looks that the components no longer match, and those that are missing. Look at each before you commit it.
import { readdirSync } from 'node:fs';
import { runTool, withProject } from './install.mjs';

const REFERENCES = 'test/looks/references';

await withProject(import.meta.url, async () => {
  const code = runTool('vitest', ['run', '--project', 'looks', '--update'], { env: process.env });
  const pictures = readdirSync(REFERENCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));
  console.log(`${pictures.length} references in ${REFERENCES}`);
  return code;
});
