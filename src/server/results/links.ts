import type { Clock } from '../../core/base/clock.js';
import { endOfLink } from '../../core/outcome/link-end.js';
import { encode, fromBase64Url, toBase64Url } from '../base/bytes.js';
import type { Signer } from '../base/signature.js';
import type { MayFetch } from './hosts.js';

/** Addresses of results that lead through the proxy, each for one user. */
export interface AssetLinks {
  /** The path that stands for an address of the gateway's; `undefined` for one that we would not fetch. */
  linkTo(userId: string, url: string): Promise<string | undefined>;
  /** The address behind what `linkTo` gave to this user, for as long as it lives. */
  open(userId: string, token: string): Promise<string | undefined>;
}

export interface AssetLinksOptions {
  signer: Signer;
  mayFetch: MayFetch;
  clock: Clock;
  /** Below which path the proxy is mounted. */
  basePath: string;
}

const PURPOSE = 'asset';
const HOUR_MS = 60 * 60_000;
/** The gateway's own links live 24 hours. */
const LIFE_HOURS = 24;
/** Ends are rounded up to such steps, so that each reading names the same path and nothing is loaded twice. */
const STEP_HOURS = 6;
/** A longer one would not fit into the line of a request everywhere. */
const LONGEST_URL = 4000;

export function createAssetLinks({ signer, mayFetch, clock, basePath }: AssetLinksOptions): AssetLinks {
  return {
    async linkTo(userId, url) {
      if (url.length > LONGEST_URL || !mayFetch(url)) return undefined;
      const until = Math.ceil((clock.wallNow() / HOUR_MS + LIFE_HOURS) / STEP_HOURS) * STEP_HOURS;
      const payload = toBase64Url(encode(`${until}\n${url}`));
      // For whoever shows it. It is not signed: who changes it is told something else, and opens nothing more.
      const end = Math.floor(Math.min(until * HOUR_MS, endOfLink(url) ?? Number.POSITIVE_INFINITY) / 1000);
      return `${basePath}/assets/${payload}.${await signer.sign([PURPOSE, userId, payload])}?expires=${end}`;
    },
    async open(userId, token) {
      const [payload = '', signature = ''] = token.split('.');
      if (!(await signer.verify([PURPOSE, userId, payload], signature))) return undefined;
      const [until, url = ''] = new TextDecoder().decode(fromBase64Url(payload)).split('\n');
      // The list of hosts may have become shorter since.
      return Number(until) * HOUR_MS > clock.wallNow() && mayFetch(url) ? url : undefined;
    },
  };
}
