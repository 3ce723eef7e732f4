import type { SimulatedGateway } from 'bytespike-react/testing';
import { rejson } from '../../../src/testing/faults/rewrite.js';

/** How a gateway speaks of money. */
export interface Telling {
  /** `more`: answers with images say what was taken as well; `nothing`: no answer names an amount. */
  amounts: 'as documented' | 'more' | 'nothing';
  usdPerCredit: number;
  /** How many times what it bills its rate card says. */
  rates: number;
}

const AMOUNT = /"(estimated_credits|credits_used|credits)":(\d+(?:\.\d+)?(?:e-?\d+)?)/g;
const IMAGES = /\/v1\/(images\/|chat\/completions)/;

/** The simulated gateway as one that speaks of money in another way. */
export function retold({ fetch, ledger }: Pick<SimulatedGateway, 'fetch' | 'ledger'>, { amounts, usdPerCredit, rates }: Telling): SimulatedGateway['fetch'] {
  const credits = (usd: number) => Number((usd / usdPerCredit).toFixed(6));
  const retell = (json: string) =>
    json.replace(AMOUNT, (_, name: string, usd: string) => (amounts === 'nothing' ? '"withheld":true' : `"${name}":${credits(Number(usd))}`));
  return async (request) => {
    const response = await fetch(request);
    if (request.url.includes('/api/pricing')) return rejson(response, (json) => json.replace(/:(\d*\.\d+)/g, (_, rate: string) => `:${Number((Number(rate) * rates).toFixed(6))}`));
    if (amounts === 'more' && response.ok && IMAGES.test(request.url)) {
      // Nothing else happens between the charge and its answer.
      const taken = ledger.charges.at(-1)?.amount ?? 0;
      return rejson(response, (json) => json.replace(/^\{/, `{"credits_used":${credits(taken)},`));
    }
    return amounts === 'as documented' && usdPerCredit === 1 ? response : rejson(response, retell);
  };
}
