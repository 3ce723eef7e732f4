import { describe, expect, it } from 'vitest';
import { fc } from '../../support/chance.js';
import { addressGroup } from '../../../src/server/base/address.js';
import { pageRequest, submitBody, useBench } from './fixture.js';

/** Callers, and the ways in which servers, load balancers and headers write each. */
const callers: [string, string[]][] = [
  ['1.2.3.4', [
    '1.2.3.4', ' 1.2.3.4 ', '1.2.3.4:50001', '1.2.3.4:1', '01.002.3.4', '::ffff:1.2.3.4', '::FFFF:1.2.3.4', '[::ffff:1.2.3.4]:443', '::ffff:102:304', '0:0:0:0:0:ffff:0102:0304',
    '0000:0000:0000:0000:0000:ffff:1.2.3.4', '64:ff9b::1.2.3.4', '64:ff9b::102:304', '9.9.9.9, 1.2.3.4', '"1.2.3.4:80"', 'spoofed, 8.8.8.8,1.2.3.4:80', '::ffff:1.2.3.4%eth0',
    'for=1.2.3.4', 'For="1.2.3.4:80"; proto=https', 'by=9.9.9.9;FOR=1.2.3.4;host=a.example', 'for=8.8.8.8, for="[::ffff:1.2.3.4]:443";by="9.9.9.9"',
  ]],
  ['2001:db8:0:12::/64', [
    '2001:db8:0:12:ffff:ffff:ffff:ffff', '2001:0DB8::12:0:0:0:1', '2001:db8:0:12::', '2001:DB8:0:12::1', '[2001:db8:0:12::1]', '[2001:db8:0:12::1]:443', '"[2001:db8:0:12::1]:443"', '2001:db8:0:12::1%en0', '2001:db8:0:0012::1.2.3.4',
    '1.2.3.4, 2001:db8:0:12::9', 'for="[2001:db8:0:12::1]:4711"', 'for=1.2.3.4, proto=https;for="[2001:db8:0:12::1%25en0]"',
  ]],
  ['2001:db8:0:0::/64', ['2001:db8::1', '2001:db8::', '2001:db8:0:0:0:0:0:1', '2001:db8::1:50001', '2001:db8:0:0:0:0:0:1:443']],
  ['fe80:0:0:0::/64', ['fe80::1%eth0', 'FE80::abcd%25en1', '[fe80::1%eth0]:443']],
  ['0:0:0:0::/64', ['::1', '::', '0:0:0:0:0:0:0:1', '::0001', '[::1]:3000']],
  ['', [
    '', ' ', 'unknown', '-', '_hidden', '1.2.3', '1.2.3.4.5', '1.2.3.256', '0x1.2.3.4', '16909060', '1.2.3.4:80:90', ':::', '1::2::3', '1:2:3', '1:2:3:4:5:6:7:8:9:10', 'g::1', '12345::1', '2001:db8::1:2:3:4:5:6:7:8',
    '[1.2.3.4', '1.2.3.4,', `${'1'.repeat(200)}.2.3.4`, 'a.example', '::1.2.3', '1.2.3.4::', '\u0661.2.3.4', 'for=unknown', 'for="_hidden"', 'by=1.2.3.4',
  ]],
];

describe('the address of a caller', () => {
  const bench = useBench();

  it.each(callers.flatMap(([caller, ways]) => ways.map((way) => ({ caller, way }))))('$way is $caller', ({ caller, way }) => {
    expect(addressGroup(way)).toBe(caller);
  });

  it('is one caller however it is written', () => {
    const group = fc.nat(0xffff);
    const address = fc.array(group, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(address, fc.nat(8), fc.nat(8), fc.boolean(), fc.nat(65_535), (groups, from, zeros, isLong, port) => {
        const some = groups.map((each, at) => (at >= from && at < from + zeros ? 0 : each));
        const words = some.map((each) => (isLong ? each.toString(16).padStart(4, '0').toUpperCase() : each.toString(16)));
        const short = zeros > 0 && from < 8 ? `${words.slice(0, from).join(':')}::${words.slice(from + zeros).join(':')}` : words.join(':');
        const wanted = addressGroup(words.join(':'));
        expect([addressGroup(short), addressGroup(`[${short}]:${port}`), addressGroup(`x, ${short}%1`)]).toEqual([wanted, wanted, wanted]);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it('counts against one limit, whatever the caller puts before it and whichever port it comes from', async () => {
    const proxy = bench.proxy({ authorize: 'public', clientAddress: ({ headers }) => headers.get('x-forwarded-for') ?? undefined, limits: { requests: { max: 1, perSeconds: 60 } } });
    const statuses: number[] = [];
    for (const [, ways] of callers) {
      for (const way of ways.filter((each) => /^[\x20-\x7e]*$/.test(each))) {
        const { status } = await proxy(pageRequest('POST', '/v1/tasks/submit', { body: submitBody, headers: { 'x-forwarded-for': way } }));
        statuses.push(status);
      }
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(callers.length);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});
