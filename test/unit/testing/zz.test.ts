import { test } from 'vitest';
import sharp from 'sharp';
import { writeFileSync } from 'node:fs';
import { compose } from '../../../src/testing/picture.js';
import { nodeMedia } from '../../../src/testing/media-node.js';
test('sheet', async () => {
  const prompts = ['A kettle on the left and a mug on the right', 'Tide coming in over black rocks', '国潮风格的月饼礼盒包装插画', 'Perfume bottle, crystal and brushed steel', 'sunset over the bay', 'a fox in the forest', 'abstract thing', 'neon city at night', 'snow mountain', 'xyz', 'something else', 'ramen'];
  const tiles = [];
  for (const [i, p] of prompts.entries()) {
    const t = performance.now();
    const png = await nodeMedia.encode(compose({ prompt: p, key: String(i), width: i % 3 === 1 ? 1536 : 1024, height: i%3===2 ? 1536: 1024 }), 'png', 90);
    console.log(p, png.length, performance.now() - t);
    tiles.push({ input: await sharp(png).resize(400, 400, { fit: 'contain', background: '#222' }).png().toBuffer(), left: (i % 4) * 410, top: Math.floor(i / 4) * 410 });
  }
  await sharp({ create: { width: 1640, height: 1230, channels: 3, background: '#fff' } }).composite(tiles).png().toFile('/tmp/pics/sheet.png');
}, 60000);
