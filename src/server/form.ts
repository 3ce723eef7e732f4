import { checkModel, checkName } from './fields.js';
import { invalid } from './refusal.js';

const PICTURE = /^image\/(png|jpeg|webp)$/;
const PICTURE_FIELDS = new Set(['image', 'image[]', 'mask']);

/** An edit's form, rebuilt from the fields that were checked: texts once each, pictures as PNG, JPEG or WebP. */
export async function readForm(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  models: ReadonlySet<string> | undefined,
): Promise<{ model: string; form: FormData }> {
  const sent = await parseForm(bytes, contentType);
  const form = new FormData();
  for (const [name, value] of sent) {
    if (name === 'callback_url') continue;
    if (typeof value === 'string') addText(form, name, value);
    else addPicture(form, name, value);
  }
  return { model: checkModel(form.get('model'), models), form };
}

async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw invalid(undefined, 'The body is not the form that its content-type promises. Leave that header to FormData.');
  }
}

function addText(form: FormData, name: string, value: string): void {
  checkName(name);
  if (form.has(name)) throw invalid(name, `\`${name}\` is there twice. Send it once.`);
  form.set(name, value);
}

function addPicture(form: FormData, name: string, file: File): void {
  if (!PICTURE_FIELDS.has(name)) throw invalid(undefined, 'A file is in a field that takes none. Send `image` and `mask`.');
  if (!PICTURE.test(file.type)) throw invalid(name, `\`${name}\` is neither PNG, JPEG nor WebP. Convert it first.`);
  form.append(name, file, file.name);
}
