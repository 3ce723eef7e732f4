// Makes the clips that the simulated gateway serves as finished videos, from the pictures that it
// draws for words that name nothing: light over hills, seen from a slow camera. Needs ffmpeg with libx264 and libvpx-vp9 on PATH.
// The clips are checked in: run this only to change them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { runnerImport } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { compose } = (await runnerImport(here('../src/testing/media/picture.ts'))).module;
const { toSvg } = (await runnerImport(here('../src/testing/media/svg.ts'))).module;

const SECONDS = 5;
const RATE = 24;
const LIMIT_BYTES = 150_000;
const H264 = ['-c:v', 'libx264', '-preset', 'veryslow', '-crf', '27', '-profile:v', 'high', '-movflags', '+faststart'];
const VP9 = ['-c:v', 'libvpx-vp9', '-crf', '40', '-b:v', '0', '-row-mt', '1', '-deadline', 'good', '-cpu-used', '2'];

const clips = [
  { file: 'wide.mp4', width: 1280, height: 720, prompt: 'water', key: '3', codec: H264 },
  { file: 'tall.mp4', width: 720, height: 1280, prompt: 'sunset', key: '0', codec: H264 },
  { file: 'square.mp4', width: 720, height: 720, prompt: 'pink', key: '1', codec: H264 },
  { file: 'wide.webm', width: 1280, height: 720, prompt: 'cyber', key: '2', codec: VP9 },
];

for (const clip of clips) {
  const path = here(`../src/testing/media/clips/${clip.file}`);
  await film(clip, path);
  const { size } = statSync(path);
  if (size > LIMIT_BYTES) throw new Error(`${clip.file} has ${size} bytes and may have ${LIMIT_BYTES}. Raise its crf.`);
  console.log(`${clip.file}: ${size} bytes`);
}

async function film({ width, height, prompt, key, codec }, path) {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-r', String(RATE), '-i', '-'];
  // Noise too faint to see, but enough to keep eight bits of colour from showing as bands.
  const output = ['-vf', 'noise=alls=2:allf=t', '-pix_fmt', 'yuv420p', ...codec, '-map_metadata', '-1', '-fflags', '+bitexact', path];
  const ffmpeg = spawn('ffmpeg', ['-v', 'error', '-y', ...input, ...output], { stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(ffmpeg, 'exit');
  const scene = compose({ prompt, key, model: 'seedream-v4.5', width: width * 1.5, height });
  for (let frame = 0; frame < SECONDS * RATE; frame += 1) {
    const svg = toSvg(seen(scene, width, frame / (SECONDS * RATE)));
    const pixels = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer();
    if (!ffmpeg.stdin.write(pixels)) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}. Is it built with libx264 and libvpx-vp9?`);
}

/** The scene from where the camera is at `progress` (0 to 1): what is nearer, and comes later, passes faster. */
function seen(scene, width, progress) {
  const spare = scene.width - width;
  const shapes = scene.shapes.map((shape, index) => {
    const by = spare * (0.15 + 0.45 * ((index + 1) / scene.shapes.length) * progress);
    if (shape.path === undefined) return { ...shape, x: shape.x - by };
    const { span } = shape;
    return { ...shape, path: shifted(shape.path, by), ...(span && { span: { ...span, x1: span.x1 - by, x2: span.x2 - by } }) };
  });
  return { ...scene, width, shapes };
}

function shifted(path, by) {
  return path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${(Number(x) - by).toFixed(2)} ${y}`);
}
