import type { Clock } from '../../core/base/clock.js';
import { parseUrl } from '../../core/base/url.js';
import type { PictureType } from '../../core/base/picture.js';
import { digest, encode, fromBase64Url, toBase64Url } from '../base/bytes.js';
import type { Signer } from '../base/signature.js';
import type { Upload } from './stores.js';

/** What a token may be for. */
type Purpose = 'upload' | 'announced upload';

/** What a token of ours says, for as long as it lives. */
interface Told extends Omit<Upload, 'userId'> {
  /** Stands for the user, and tells nothing of who that is. */
  owner: string;
}

/** What is handed out of an upload: whoever has it may read that one, or tell that it is there. */
export interface UploadTokens {
  issue(purpose: Purpose, upload: Upload): Promise<string>;
  /** `undefined` for what is none of ours, or has died. */
  open(purpose: Purpose, token: string): Promise<Told | undefined>;
  /** Whether it is this user's. */
  isOf(told: Told, userId: string): Promise<boolean>;
  /** Whether an address is one of ours that this user was not given, or that has died. */
  isForeign(address: string, userId: string): Promise<boolean>;
}

const LETTERS = /\/uploads\/([A-Za-z0-9_-]{1,6000}\.[A-Za-z0-9_-]{43})\/?$/;

export function createUploadTokens(signer: Signer, clock: Clock): UploadTokens {
  const ownerOf = (userId: string) => digest('owner of an upload', userId);

  async function read(purpose: Purpose, token: string): Promise<Told | undefined> {
    const [payload = '', signature = ''] = token.split('.');
    if (!(await signer.verify([purpose, payload], signature))) return undefined;
    const [name = '', type, size, expiresAt, owner = ''] = new TextDecoder().decode(fromBase64Url(payload)).split('\n');
    return { name, type: type as PictureType, size: Number(size), expiresAt: Number(expiresAt), owner };
  }
  const isOf = async ({ owner }: Told, userId: string) => owner === (await ownerOf(userId));
  const lives = ({ expiresAt }: Told) => expiresAt > clock.wallNow();

  return {
    async issue(purpose, { name, type, size, expiresAt, userId }) {
      const payload = toBase64Url(encode([name, type, size, expiresAt, await ownerOf(userId)].join('\n')));
      return `${payload}.${await signer.sign([purpose, payload])}`;
    },
    async open(purpose, token) {
      const told = await read(purpose, token);
      return told !== undefined && lives(told) ? told : undefined;
    },
    isOf,
    async isForeign(address, userId) {
      const token = LETTERS.exec(parseUrl(address)?.pathname ?? '')?.[1];
      const told = token === undefined ? undefined : await read('upload', token);
      return told !== undefined && !(lives(told) && (await isOf(told, userId)));
    },
  };
}
