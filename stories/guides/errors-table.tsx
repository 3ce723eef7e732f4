import { english } from 'bytespike-react';
import type { ReactNode } from 'react';
import { Table } from '../../.storybook/docs/Table.js';
import { errorFromAnswer } from '../../src/core/wire/refusals.js';

const STATUSES = Array.from({ length: 200 }, (_, index) => 400 + index);

/** What the client makes of an answer with this status, and this code if any. Nothing here is written down twice. */
function understood(status: number, code?: string) {
  const body = code === undefined ? undefined : { error: { code, message: '' } };
  return errorFromAnswer({ status, headers: new Headers(), body, billable: false, receivedAt: 0 });
}

function statusesOf(code: string): readonly number[] {
  const known = STATUSES.filter((status) => understood(status).code === code);
  // What stands for the rest of a class is shown by its named ones.
  return known.filter((status) => status < 500 ? [400, 401, 402, 403, 404, 409, 413, 422, 429, 451].includes(status) : status <= 504);
}

/** Whether the gateway says this code itself; all others are this side's own. */
const isGateways = (code: string): boolean => understood(400, code).code === code && code !== 'invalid_param' ? true : statusesOf(code).length > 0;

/** Every code, read from the source: who says it, which statuses mean it, and what a person is told. */
export function Errors(): ReactNode {
  const rows = Object.entries(english.errors).map(([code, words]) => {
    const { title, advice } = words({ message: '(what the gateway or the library says)', field: undefined, retryAt: undefined });
    const statuses = statusesOf(code);
    const said = isGateways(code) ? `gateway${statuses.length > 0 ? `, ${statuses.join(' ')}` : ''}` : 'client';
    return [code, <code key="code">{code}</code>, said, title, advice] as const;
  });
  return <Table caption="Codes of errors" head={['Code', 'Said by', 'What people read', 'What they can do']} rows={rows} />;
}
