import { describe, expect, it } from 'vitest';
import { createSigner, readSecrets } from '../../../src/server/base/signature.js';

const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];

describe('a signature', () => {
  it('is by the first secret, and by any of them believed', async () => {
    const [old, both] = [createSigner([OLD]), createSigner([NEW, OLD])];
    const parts = ['task', 'ann', 'x'];
    const signature = await old.sign(parts);
    expect([await both.verify(parts, signature), await old.verify(parts, await both.sign(parts)), await both.verify(parts, await both.sign(parts))]).toEqual([true, false, true]);
  });

  it('is of its parts alone, each apart from the next, and no other text is one', async () => {
    const signer = createSigner([OLD]);
    const signature = await signer.sign(['task', 'ab', 'c']);
    for (const parts of [['task', 'a', 'bc'], ['task', 'abc'], ['other', 'ab', 'c']]) expect(await signer.verify(parts, signature)).toBe(false);
    for (const wrong of ['', 'not base64!', signature.slice(1)]) expect(await signer.verify(['task', 'ab', 'c'], wrong)).toBe(false);
  });

  it('is by chance where there is no secret: the same for one signer, another for the next', async () => {
    const [one, other] = [createSigner(undefined), createSigner(undefined)];
    const signature = await one.sign(['x']);
    expect([await one.verify(['x'], signature), await one.sign(['x']) === signature, await other.verify(['x'], signature)]).toEqual([true, true, false]);
  });
});

describe('the secrets of a proxy', () => {
  it('are those that are named, else made of the key, else none', () => {
    expect(readSecrets(NEW, 'sk')).toEqual([NEW]);
    expect(readSecrets([NEW, OLD], 'sk')).toEqual([NEW, OLD]);
    expect(readSecrets(undefined, 'sk')).toEqual(['bytespike-react sk']);
    expect(readSecrets('', 'sk')).toEqual(['bytespike-react sk']);
    for (const noKey of [undefined, '', 7]) expect(readSecrets(undefined, noKey)).toBeUndefined();
  });

  it.each([[[]], ['s'.repeat(31)], [' '.repeat(32)], [7], [null], [[NEW, 's']], [[NEW, ' '.repeat(40)]], [[NEW, Array.from({ length: 32 }, () => 's')]]])('are none that anybody could guess: %j', (secret) => {
    expect(() => readSecrets(secret, 'sk')).toThrow('at least 32 characters');
  });
});
