import { inPieces } from '../base/yielding.js';
import { invalid, Refusal } from '../base/refusal.js';
import { checkModel, checkName } from './fields.js';
import { decode, type Part, parseMultipart } from './multipart.js';

const PICTURE = /^image\/(png|jpeg|webp)$/;
const PICTURE_FIELDS = new Set(['image', 'image[]', 'mask']);
/** Bytes of all its texts: a prompt and some numbers. */
const MOST_TEXT = 1024 * 1024;

/** An edit's form, rebuilt from the fields that were checked: texts once each, pictures as PNG, JPEG or WebP. */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  models: ReadonlySet<string> | undefined,
): Promise<{ model: string; form: FormData }> {
  const sent = await parseMultipart(bytes, contentType);
  const texts = sent.filter(({ fileName }) => fileName === undefined);
  if (texts.reduce((sum, part) => sum + part.bytes.length, 0) > MOST_TEXT) throw tooMuchText();
  const form = new FormData();
  for (const part of sent) {
    if (part.name === 'callback_url') continue;
    if (part.fileName === undefined) addText(form, part.name, decode(part.bytes));
    else await addPicture(form, part);
  }
  return { model: checkModel(form.get('model'), models), form };
}

function addText(form: FormData, name: string, value: string): void {
  checkName(name);
  if (form.has(name)) throw invalid(name, `\`${name}\` is there twice. Send it once.`);
  form.set(name, value);
}

async function addPicture(form: FormData, { name, type, fileName = '', bytes }: Part): Promise<void> {
  if (!PICTURE_FIELDS.has(name)) throw invalid(undefined, 'A file is in a field that takes none. Send `image` and `mask`.');
  if (!PICTURE.test(type)) throw invalid(name, `\`${name}\` is neither PNG, JPEG nor WebP. Convert it first.`);
  // Each piece is copied.
  const pieces = await inPieces(bytes.length, (from, to) => new Blob([bytes.subarray(from, to)]));
  form.append(name, new File(pieces, fileName, { type }));
}

function tooMuchText(): Refusal {
  return new Refusal({
    status: 413,
    code: 'request_entity_too_large',
    message: 'The texts of this form are longer than the 1 MiB that they may be together. Shorten the prompt.',
  });
}
