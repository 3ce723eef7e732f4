import { addressOf } from './absent.js';

/** Bytes as an address that an element may have: there, still being made, or none since they are damaged. */
export type BytesAddress =
  /** `instead` puts another one of the same bytes in its place, when it does not load. */
  { state: 'ready'; url: string; instead?: ((url: string) => void) | undefined } | { state: 'preparing' | 'unreadable' };

/** Lives as long as somebody watches: the address is made on the first look and given up a second after the last. */
export interface Addressed<Address = BytesAddress> {
  get: () => Address;
  subscribe: (changed: () => void) => () => void;
}

/** What is as it is. */
export function unchanging<Address>(address: Address): Addressed<Address> {
  return { subscribe: () => () => {}, get: () => address };
}

export const PREPARING: BytesAddress = { state: 'preparing' };

/**
 * A `blob:` address, which keeps megabytes out of the page and asks nothing of a policy about
 * `data:`. A page may refuse it all the same, as under the policy that Helmet sets by itself, and take
 * `data:`; nobody can ask it beforehand, so that whoever shows it says `instead`.
 *
 * @param open the bytes; `undefined` for damaged ones
 * @param written the same as a `data:` address, where no other can be made
 */
export function shownBytes(open: () => Blob | undefined, written?: string): Addressed {
  let address = PREPARING;
  return {
    get: () => address,
    subscribe(changed) {
      const tell = (url: string | undefined, instead?: (url: string) => void) => {
        address = url === undefined ? { state: 'unreadable' } : { state: 'ready', url, instead };
        changed();
      };
      const bytes = open();
      const made = bytes && addressOf(bytes);
      tell(bytes && (made ?? written), (url) => tell(url));
      return () => {
        address = PREPARING;
        // An element that goes in the middle of reading it would say in the console that it is gone.
        if (made !== undefined) setTimeout(() => URL.revokeObjectURL(made), 1e3);
      };
    },
  };
}
