import { maskTrouble } from '../../core/base/mask-fits.js';
import { readPicture } from '../../core/base/picture.js';
import type { Body } from '../base/body.js';
import { digestOf } from '../base/digest.js';
import { invalid } from '../base/refusal.js';

const NUMBERS = new Set(['n', 'seed', 'output_compression']);

interface FormOrder {
  body: Body;
  /** A digest of its images. */
  startsFrom: string;
  /** The first image. */
  image: Uint8Array<ArrayBuffer>;
  /** The first image, where a mask says what of it may change. */
  masked?: MaskedImage | undefined;
}

/** What of an image may change: where its mask is transparent. */
export interface MaskedImage {
  image: Uint8Array<ArrayBuffer>;
  mask: Uint8Array<ArrayBuffer>;
  /** Of the image, in pixels. */
  width: number;
  height: number;
}

/** A form as the body that JSON would have been, and what it has in files. */
export async function readForm(request: Request): Promise<FormOrder> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    throw invalid('body', 'The body is not a form. Send multipart/form-data with an image.');
  }
  const form = await request.formData();
  const files = [...form.getAll('image'), ...form.getAll('image[]')].filter((part) => typeof part !== 'string');
  if (files.length === 0) throw invalid('image', 'image is missing. Attach the image to edit.');
  const images = await Promise.all(files.map(imageOf));
  const fields = [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const body = Object.fromEntries(fields.map(([name, value]) => [name, NUMBERS.has(name) ? Number(value) : value]));
  const mask = form.get('mask');
  const [image] = images as [Uint8Array<ArrayBuffer>];
  const masked = mask === null ? undefined : await maskedBy(mask, image);
  return { body, image, startsFrom: [...images, ...(masked === undefined ? [] : [masked.mask])].map(digestOf).join(), masked };
}

async function maskedBy(file: FormDataEntryValue, image: Uint8Array<ArrayBuffer>): Promise<MaskedImage> {
  if (typeof file === 'string') throw invalid('mask', 'mask is a text. Attach a PNG with transparency.');
  const mask = await bytesOf(file);
  const trouble = maskTrouble(image, mask);
  if (trouble !== undefined) throw invalid('mask', trouble);
  const { width = 0, height = 0 } = readPicture(image) ?? {};
  return { image, mask, width, height };
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

async function imageOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await bytesOf(file);
  if (bytes.length === 0 || !file.type.startsWith('image/')) throw invalid('image', `${file.name} is not an image. Attach a PNG, JPEG or WebP.`);
  return bytes;
}
