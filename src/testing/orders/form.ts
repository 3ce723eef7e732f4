import type { Body } from '../base/body.js';
import { hex } from '../base/random.js';
import { invalid } from '../base/refusal.js';

const NUMBERS = new Set(['n', 'seed', 'output_compression']);

/** A form as the body that JSON would have been, and a digest of its images. */
export async function readForm(request: Request): Promise<{ body: Body; startsFrom: string }> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    throw invalid('body', 'The body is not a form. Send multipart/form-data with an image.');
  }
  const form = await request.formData();
  const files = [...form.getAll('image'), ...form.getAll('image[]')].filter((part) => typeof part !== 'string');
  if (files.length === 0) throw invalid('image', 'image is missing. Attach the image to edit.');
  const digests = await Promise.all(files.map(digest));
  const fields = [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const body = Object.fromEntries(fields.map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]));
  return { body, startsFrom: digests.join() };
}

async function digest(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0 || !file.type.startsWith('image/')) throw invalid('image', `${file.name} is not an image. Attach a PNG, JPEG or WebP.`);
  return hex(8, bytes.length, ...bytes.subarray(0, 4096));
}
