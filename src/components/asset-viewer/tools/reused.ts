import type { ClientInternals } from '../../../core/client/internals.js';
import { requestFor, type Reused } from '../../../core/draft/next-request.js';
import type { Reuse } from '../../../core/draft/reuse.js';
import { parentOf } from '../../../core/records/parent-of.js';
import type { GenerationRequest } from '../../../core/catalog/requests.js';
import type { Asset } from '../../../core/outcome/asset.js';

/** What `requestFor` makes, which of an image to start from says what result it is. */
export function reusedOf<How extends Reuse>(how: How, asset: Asset, request: GenerationRequest, client: Pick<ClientInternals, 'memory'> | undefined): Reused[How] | undefined {
  const next = requestFor(how, asset, request);
  if (how !== 'reference' || next === undefined || client === undefined) return next;
  const parent = parentOf(client, asset);
  return parent === undefined ? next : { ...next, parent };
}
