import { isUndecidedType } from '../../../core/catalog/start-image.js';

/** Endings of addresses that lead to a picture. */
const PICTURE = /\.(png|jpe?g|jfif|webp|gif|avif)$/i;

/** The picture in what was dropped or pasted: a file, or the address of one; `undefined` where something else is meant. */
export function pictureIn(transfer: DataTransfer, { isPasted = false } = {}): Blob | string | undefined {
  const file = [...transfer.files].find(({ type, name }) => type.startsWith('image/') || (isUndecidedType(type) && PICTURE.test(name)));
  if (file !== undefined) return isPasted && isTextMeant(transfer, file) ? undefined : file;
  if (transfer.files.length > 0) return undefined;
  // A picture within a link: its list of addresses names where the link leads.
  return pictureOf(transfer.getData('text/html')) ?? addressIn(transfer.getData('text/uri-list'));
}

/** Text that was copied along with a picture, as from a document, is what was meant; the picture's own name or address is not. */
function isTextMeant(transfer: DataTransfer, file: File): boolean {
  const text = transfer.getData('text/plain').trim();
  if (text === '') return false;
  const names = [...transfer.files].map(({ name }) => name);
  const lines = text.split(/\r?\n/);
  return !lines.every((line) => names.some((name) => line.endsWith(name)) || pictureOf(transfer.getData('text/html')) === line || (file.name === 'image.png' && URL.canParse(line)));
}

/** Where the only picture of a piece of a page comes from. */
function pictureOf(html: string): string | undefined {
  if (html === '') return undefined;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const images = body.querySelectorAll('img');
  const source = images.length === 1 && body.textContent.trim() === '' ? images[0]?.getAttribute('src') : undefined;
  return source ?? undefined;
}

/** A plain link is left to the browser, but for one that says by its ending that it leads to a picture. */
function addressIn(list: string): string | undefined {
  const address = list.split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  if (address === undefined) return undefined;
  if (/^(data:image|blob:)/.test(address)) return address;
  return URL.canParse(address) && PICTURE.test(new URL(address).pathname) ? address : undefined;
}
