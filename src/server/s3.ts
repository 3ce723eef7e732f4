import { AwsV4Signer } from 'aws4fetch';
import type { DirectUploads, Upload } from './uploads/stores.js';

export interface S3UploadsOptions {
  /** The whole address of the bucket, for example `https://s3.eu-central-1.amazonaws.com/uploads` or `https://<account>.r2.cloudflarestorage.com/uploads`. */
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Of a key that lives for a time. */
  sessionToken?: string;
  /** @default what the address says, and `auto` where it says nothing */
  region?: string;
  /** Before each name, so that a rule of the bucket can delete what has expired. @default 'bytespike-uploads/' */
  prefix?: string;
  /** Does the requests to the bucket. @default the platform's own */
  fetch?: (request: Request) => Promise<Response>;
}

/** How long the browser has to begin to send. Seconds. @source ours: enough for a slow network, and short */
const PUT_SECONDS = 10 * 60;
/** An address that S3 signs lives so long at most. @source Amazon S3 user guide, Using presigned URLs (seven days), as of 2026-11 */
const MOST_SECONDS = 7 * 24 * 60 * 60;

/**
 * An S3-compatible bucket, to which browsers send by themselves: nothing large passes the proxy, which
 * reads the first and the last bytes alone. Amazon S3, Cloudflare R2, MinIO, Backblaze, and others
 * that know `x-amz-checksum-sha256`. The bucket has to allow PUT by pages of your origin (CORS), and a
 * lifecycle rule deletes what is old: docs/uploads.md.
 */
export function s3Uploads({ bucket, prefix = 'bytespike-uploads/', fetch = (request) => globalThis.fetch(request), region, sessionToken, ...keys }: S3UploadsOptions): DirectUploads {
  const all = { ...keys, service: 's3', ...(region === undefined ? {} : { region }), ...(sessionToken === undefined ? {} : { sessionToken }) };
  const place = ({ name }: Upload) => new URL(`${bucket.replace(/\/+$/, '')}/${prefix}${name}`);

  /** Signed as an address, with these headers and no others. */
  async function presign(url: URL, method: string, seconds: number, headers: Record<string, string> = {}): Promise<string> {
    url.searchParams.set('X-Amz-Expires', String(Math.max(1, Math.min(MOST_SECONDS, Math.floor(seconds)))));
    return (await new AwsV4Signer({ ...all, url: url.href, method, headers, signQuery: true, allHeaders: true }).sign()).url.href;
  }

  async function ask(upload: Upload, method: string, headers: Record<string, string> = {}): Promise<Response> {
    const signed = await new AwsV4Signer({ ...all, url: place(upload).href, method, headers, allHeaders: true }).sign();
    return fetch(new Request(signed.url, { method, headers: signed.headers }));
  }

  return {
    async prepare(upload, sha256) {
      const bytes = Uint8Array.from(sha256.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
      const headers = { 'content-type': upload.type, 'x-amz-checksum-sha256': btoa(String.fromCharCode(...bytes)) };
      // The browser says the length by itself, and no page may say another.
      const url = await presign(place(upload), 'PUT', PUT_SECONDS, { ...headers, 'content-length': String(upload.size) });
      return { url, headers };
    },
    async read(upload, from, to) {
      const response = await ask(upload, 'GET', { range: `bytes=${from}-${to - 1}` });
      if (response.status === 404) return new Uint8Array();
      const total = Number(response.headers.get('content-range')?.split('/')[1]);
      if (response.status !== 206 || total !== upload.size) {
        await response.body?.cancel();
        throw new Error(`The bucket answered ${response.status}, and the file has ${total} bytes.`);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
    async remove(upload) {
      const response = await ask(upload, 'DELETE');
      await response.body?.cancel();
      if (!response.ok && response.status !== 404) throw new Error(`The bucket answered ${response.status} to a deletion.`);
    },
    url(upload) {
      const address = place(upload);
      // Whatever is there, it is read as a picture.
      address.searchParams.set('response-content-type', upload.type);
      return presign(address, 'GET', (upload.expiresAt - Date.now()) / 1000);
    },
  };
}
