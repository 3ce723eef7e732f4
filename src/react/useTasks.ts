'use client';

import { useMemo } from 'react';
import type { ClientInternals } from '../core/client/internals.js';
import { createTaskList, type TaskList } from '../core/places/history.js';
import type { TasksResult } from './hook-results.js';
import { useRun } from './useRun.js';

const create = (client: ClientInternals): TaskList => createTaskList(client);

/**
 * Every task and every synchronous image (`via: 'sync'`) that this user started on this device,
 * running and ended, newest first. Survives a reload, hears of other tabs, and follows tasks that run
 * while it is on the page. An image whose page is gone without an answer becomes `unknown`.
 *
 * @example const { tasks, remove } = useTasks();
 */
export function useTasks(): TasksResult {
  const { run, state } = useRun(create, 'tasks');
  return useMemo(() => ({ tasks: state, remove: run.remove, clear: run.clear }), [run, state]);
}
