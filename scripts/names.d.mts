export function sameNames(paths: readonly string[], isSource?: (path: string) => boolean): string[][];
export function isSource(path: string): boolean;
export function trackedFiles(): string[];
