import type { Plugin } from 'vite';

export function warningsFail(): Plugin;
