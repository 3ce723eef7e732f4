export declare function buildPrograms(folder: string): Promise<void>;
