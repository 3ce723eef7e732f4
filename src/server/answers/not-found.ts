import { Refusal } from '../base/refusal.js';

/** Not in the table, or not for this proxy or this user. */
export function notFound(): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: 'The proxy does not do this: the method and path are not in its table, or the read is not exposed. Check the address and `expose`.',
    reason: 'Not in the table.',
  });
}

/** The app serves the proxy at another path than it was told. */
export function notMounted(basePath: string): Refusal {
  return new Refusal({
    status: 404,
    code: 'not_found',
    message: `The proxy answers below ${basePath}/, and this call came by another path. Let \`basePath\` of createProxy and the \`baseUrl\` of createClient name the path by which it is reached.`,
    reason: `Not below ${basePath}/.`,
  });
}
