// A certificate that nobody has signed but itself, for servers that speak HTTP/2 to a browser.
import { generateKeyPairSync, sign } from 'node:crypto';

const part = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Buffer[]) => part(0x30, ...parts);
const oid = (hex: string) => part(0x06, Buffer.from(hex, 'hex'));
const time = (text: string) => part(0x17, Buffer.from(text));

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const NAME = sequence(part(0x31, sequence(oid('550403'), part(0x0c, Buffer.from('127.0.0.1')))));
/** Older and longer than any test. */
const VALID = sequence(time('000101000000Z'), time('491231235959Z'));

/** Both as PEM. The browser that is to take it ignores who signed it. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const version = part(0xa0, part(0x02, Buffer.from([2])));
  const serial = part(0x02, Buffer.from([1]));
  const facts = sequence(version, serial, ECDSA_WITH_SHA256, NAME, VALID, NAME, publicKey.export({ type: 'spki', format: 'der' }));
  const signature = part(0x03, Buffer.from([0]), sign('sha256', facts, privateKey));
  const base64 = sequence(facts, ECDSA_WITH_SHA256, signature).toString('base64');
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n` };
}
