import { anyLetter, fc } from '../../support/chance.js';
import { describe, expect, it } from 'vitest';
import { createHmac, webHmac } from '../../../src/server/base/hmac.js';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => new Uint8Array(array));

describe('a signature', () => {
  it('is the same in place as by Web Crypto, and each believes the other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: anyLetter, minLength: 1, maxLength: 200 }), bytes, async (secret, message) => {
        const [here, web] = [createHmac(secret), webHmac(secret)];
        const signature = new Uint8Array(await here.sign(message));
        expect(await web.sign(message)).toEqual(signature);
        expect([await here.verify(message, signature), await web.verify(message, signature)]).toEqual([true, true]);
        signature[0] = (signature[0] ?? 0) ^ 1;
        expect([await here.verify(message, signature), await web.verify(message, signature)]).toEqual([false, false]);
        expect([await here.verify(message, signature.slice(1)), await here.verify(message, new Uint8Array())]).toEqual([false, false]);
      }),
      { numRuns: 200 },
    );
  });
});
