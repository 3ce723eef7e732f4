import type { Bytes, Media } from './media.js';

interface Linked {
  readonly id: string;
  readonly mime: string;
}

/** Links that a page itself opens, which say nothing of what they lead to; there are none where `links` is absent. */
export function createPageLinks<Asset extends Linked>(links: Media['links']) {
  const made = new Map<string, Promise<string>>();
  const leadTo = new Map<string, Asset>();
  return {
    /** `undefined` where it has to be served. */
    async of(asset: Asset, bytes: (asset: Asset) => Promise<Bytes>): Promise<string | undefined> {
      if (links === undefined) return undefined;
      const link = made.get(asset.id) ?? bytes(asset).then((data) => links.create(data, asset.mime));
      made.set(asset.id, link);
      leadTo.set(await link, asset);
      return link;
    },
    named: (address: string): Asset | undefined => leadTo.get(address),
    dispose(): void {
      for (const link of made.values()) link.then((address) => links?.revoke(address)).catch(() => {});
      made.clear();
      leadTo.clear();
    },
  };
}
