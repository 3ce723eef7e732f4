import { Refusal } from '../base/refusal.js';
import type { Match } from '../calls/routes.js';
import type { Fields } from '../calls/fields.js';
import type { Config } from '../setup/context.js';
import { authorized } from '../users/authorize.js';
import { noUpload } from './upload-direct.js';

/**
 * A picture for whoever holds its address, which is the gateway: the signature stands in the place of
 * a user. Somebody who is known, and is another one, gets it as little as what is not there. @throws Refusal 404
 */
export async function serveUpload({ id: token = '' }: Match, request: Request, { uploads, authorize }: Config): Promise<Response> {
  const told = await uploads?.tokens.open('upload', token);
  if (uploads === undefined || told === undefined || !('get' in uploads.store)) throw noUpload();
  const userId = await whoever(authorize, request);
  if (userId !== undefined && !(await uploads.tokens.isOf(told, userId))) throw noUpload();
  const bytes = uploads.store.get(told.name);
  if (bytes === undefined) throw noUpload();
  return new Response(request.method === 'HEAD' ? null : bytes, {
    headers: {
      'content-type': told.type,
      'content-length': String(bytes.length),
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

/** Who asks, where that is known; the gateway is nobody here. */
async function whoever(authorize: Config['authorize'], request: Request): Promise<string | undefined> {
  try {
    const decision = await authorized(authorize, request);
    if (!(decision instanceof Response)) return decision.userId;
    void decision.body?.cancel().catch(() => {});
  } catch (error) {
    // The app's own check may throw at a caller without a session.
    if (!(error instanceof Refusal)) throw error;
  }
  return undefined;
}

/** Nobody starts from another user's upload, whose address they may have seen. @throws Refusal 404 */
export async function checkUploads(fields: Fields, userId: string, { uploads }: Config): Promise<void> {
  if (uploads === undefined) return;
  for (const address of addressesIn(fields)) if (await uploads.tokens.isForeign(address, userId)) throw noUpload();
}

/** Where a call may name a picture: the first frame of a clip, and the turns of a conversation. */
function* addressesIn({ image_url, params, messages }: Fields): Generator<string> {
  if (typeof image_url === 'string') yield image_url;
  if (isFields(params)) yield* addressesIn({ image_url: params.image_url });
  for (const message of listOf(messages)) {
    for (const block of isFields(message) ? listOf(message.content) : []) {
      if (!isFields(block)) continue;
      const { image_url: image } = block;
      yield* addressesIn({ image_url: isFields(image) ? image.url : image });
    }
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
