export declare const frugal: Record<string, string>;
export declare const oneChecker: readonly string[];
