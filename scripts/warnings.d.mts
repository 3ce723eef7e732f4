import type { Plugin } from 'vite';

export function warningsFail(options?: { isTest?: boolean; fail?: (said: string) => void }): Plugin;
