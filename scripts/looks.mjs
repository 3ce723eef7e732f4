// npm run looks: takes the references of test/looks anew and makes them small. Look at each that changed before you commit it.
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, withProject } from './install.mjs';

const REFERENCES = 'test/looks/references';

await withProject(import.meta.url, async () => {
  rmSync(REFERENCES, { recursive: true, force: true });
  const code = runTool('vitest', ['run', '--project', 'looks', '--update'], { env: process.env });
  const { default: sharp } = await import('sharp');
  const pictures = readdirSync(REFERENCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));
  for (const name of pictures) {
    const path = join(REFERENCES, name);
    // 256 colours: a third of the bytes, and no difference that the comparison or an eye would find.
    writeFileSync(path, await sharp(path).png({ palette: true, dither: 0, effort: 10 }).toBuffer());
  }
  console.log(`${pictures.length} references in ${REFERENCES}`);
  return code;
});
