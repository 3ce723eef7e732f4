import type { Concern } from './store.js';

/** What the settings of a Redis mean for money, from what its INFO says. */
export function redisConcerns(info: unknown[]): Concern[] {
  const text = info.map((part) => (typeof part === 'string' ? part : '')).join('\n');
  const read = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(text)?.[1];
  const policy = read('maxmemory_policy');
  const appends = read('aof_enabled');
  if (policy === undefined || appends === undefined) return [unsaid];
  return [...(policy === 'noeviction' ? [] : [evicting(policy)]), ...(appends === '1' ? [] : [forgetting])];
}

function evicting(policy: string): Concern {
  return {
    level: 'error',
    message: `bytespike: this Redis may throw keys away to make room (maxmemory-policy ${policy}). Then a limit starts anew, and an edit that was paid for is made and paid again under its key. Set maxmemory-policy noeviction, or give the proxy a Redis of its own.`,
  };
}

const forgetting: Concern = {
  level: 'warn',
  message:
    'bytespike: this Redis keeps no append-only file (appendonly no), so a restart forgets all or the last minutes. Then limits start anew, tasks that were under way are not booked, and an edit that was paid for is made and paid again under its key. Set appendonly yes.',
};

const unsaid: Concern = {
  level: 'info',
  message: 'bytespike: this Redis does not say how it is set up. See to it that it has maxmemory-policy noeviction and appendonly yes.',
};
