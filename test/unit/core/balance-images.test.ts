import { describe, expect, it } from 'vitest';
import { asks, known, PRICE, submit } from '../../support/balance-rig.js';

// A synchronous image has no record and no id: what it may cost is held from the call to its answer.

describe('a balance while images are drawn', () => {
  it('takes an image off at once, and gives it back when it is not drawn', async () => {
    const rig = await known(false);
    const draw = async (prompt: string) => {
      const drawn = rig.client.images.generate({ model: 'seedream-v5lite', prompt });
      drawn.catch(() => {});
      await rig.clock.advance(10);
      expect(rig.balance.get()).toMatchObject({ available: 24.988, held: 0.012 });
      await rig.clock.advance(60_000);
      return drawn;
    };
    await expect(draw('[fail] tide')).rejects.toMatchObject({ billed: 'no' });
    expect(rig.balance.get()).toMatchObject({ available: 25, held: 0 });
    await draw('tide');
    expect(rig.balance.get()).toMatchObject({ available: 24.988, held: 0 });
    expect(rig.shown).toEqual([25, 24.988, 25, 24.988]);
    expect(asks(rig)).toBe(1);
  });

  it('takes off what the live card says, once it was read', async () => {
    const card = [{ model: 'seedream-v5lite', rates: { per_image: 0.5, currency: 'USD' }, updated_at: '2026-11-01' }];
    const rig = await known(false, { intercept: (request) => request.url.endsWith('/api/pricing') && Promise.resolve(Response.json(card)) });
    await rig.client.pricing();
    rig.client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' }).catch(() => {});
    await rig.clock.advance(10);
    expect(rig.balance.get()).toMatchObject({ available: 24.5, held: 0.5 });
  });

  it('keeps an image whose answer was lost off until it is known what became of it', async () => {
    const rig = await known(false, { gateway: { faults: [{ kind: 'reset-after-body', on: '/v1/images/generations' }] } });
    const lost = rig.client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    lost.catch(() => {});
    await rig.clock.advance(60_000);
    await expect(lost).rejects.toMatchObject({ billed: 'unknown' });
    expect(rig.balance.get().available).toBe(rig.gateway.ledger.balance);
    expect(asks(rig)).toBe(2);
  });

  it('gives an image back without a request when its refusal told nothing', async () => {
    const refusal = () => Response.json({ error: { code: 'invalid_param', message: 'No.' } }, { status: 400 });
    const rig = await known(false, {
      intercept: (request, clock) => request.url.endsWith('/generations') && new Promise((resolve) => clock.setTimeout(() => resolve(refusal()), 500)),
    });
    const refused = rig.client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    refused.catch(() => {});
    await rig.clock.advance(100);
    expect(rig.balance.get()).toMatchObject({ available: 24.988, held: 0.012 });
    await rig.clock.advance(1000);
    await expect(refused).rejects.toMatchObject({ billed: 'no' });
    expect(rig.balance.get()).toMatchObject({ available: 25, held: 0 });
    expect(asks(rig)).toBe(1);
  });

  it('does not take an image for a sign that the gateway sets aside what tasks may cost', async () => {
    const rig = await known(false);
    const drawn = rig.client.images.generate({ model: 'seedream-v5lite', prompt: 'tide' });
    await rig.clock.advance(60_000);
    await drawn;
    await submit(rig);
    expect(rig.balance.get()).toMatchObject({ available: 24.778, held: PRICE });
  });

  it('does not take the end of a task for the price of an image', async () => {
    const rig = await known(false);
    const { taskId } = await submit(rig);
    const drawn = rig.client.images.generate({ model: 'gpt-image-2', prompt: '[stall] tide', quality: 'high', size: '2048x2048' });
    drawn.catch(() => {});
    await rig.clock.advance(10);
    expect(rig.balance.get()).toMatchObject({ available: 24.54, held: 0.46 });
    const ended = rig.client.tasks.follow({ taskId });
    await rig.clock.advance(60_000);
    await ended;
    expect(rig.gateway.ledger.balance).toBe(24.79);
    expect(rig.balance.get()).toMatchObject({ available: 24.54, held: 0.25 });
  });
});
