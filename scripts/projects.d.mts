export const behaviour: readonly string[];
export const walks: readonly string[];
export function only(projects: readonly string[]): string[];
