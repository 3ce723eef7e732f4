import { Refusal } from '../base/refusal.js';
import type { Asset } from '../media/assets.js';
import { drawWait, priceOf } from '../orders/plan.js';
import { refuseIfSteered, steer } from '../orders/steer.js';
import type { ImageOrder } from '../orders/validate.js';
import { makeAssets, type Simulation } from '../simulation/simulation.js';

/** Waits as long as the model takes, then takes the money. */
export async function generateNow(simulation: Simulation, order: ImageOrder, base: string): Promise<readonly Asset[]> {
  const { prompt, model } = order.request;
  refuseIfSteered(prompt);
  const price = priceOf(order);
  const hold = simulation.billing.reserve(price);
  const chargeId = simulation.newId('charge');
  const { seconds } = drawWait(order, [simulation.seed, 'image', chargeId], simulation.speed);
  const { fail, hold: stall } = steer(prompt);
  await simulation.timers.sleep(seconds * 1000 * (fail === undefined ? 1 : 0.5));
  if (stall !== undefined) await new Promise(() => {});
  const charge = { id: chargeId, model, at: simulation.clock.now() };
  hold.settle(fail === undefined ? price : 0, charge);
  if (fail?.code === 'content_policy_violation') throw new Refusal({ status: 451, message: fail.message });
  if (fail !== undefined) throw new Refusal({ status: 500, code: 'api_error', message: fail.message });
  return makeAssets(simulation, order, chargeId, base);
}
