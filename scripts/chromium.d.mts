export const chromiumFlags: string[];
export function findChromium(): string | undefined;
export function quickChromium(): Promise<string | undefined>;
export function pinnedChromium(): Promise<string>;
export function ownMachine(): Record<string, string>;
