import type { BytespikeError } from 'bytespike-react';
import type { BatchInput, BatchRun } from '../../src/core/batch/states.js';
import type { ImagePages } from './image-pages.js';

export const SHOTS: BatchInput = { prompts: ['a kettle', 'a cup'], models: ['seedream-v5lite', 'nano-banana'] };
/** So many prompts, each other than the others. */
export const prompts = (count: number) => Array.from({ length: count }, (_, at) => `shot ${at}`);
export const MANY: BatchInput = { prompts: prompts(20), models: ['seedream-v5lite'] };
export const submits = ({ gateway }: ImagePages) => gateway.requests.filter(({ path }) => path === '/v1/tasks/submit').length;
export const statuses = (run: BatchRun) => run.get().cells.map(({ status }) => status);
export const billed = ({ gateway }: ImagePages) => gateway.ledger.charges.length;
export const spent = ({ gateway }: ImagePages) => gateway.ledger.charges.reduce((sum, { amount }) => sum + amount, 0);
export const refusal = (work: Promise<unknown>) => work.then(() => undefined, (error: BytespikeError) => error);

export async function begun(pages: ImagePages, input: BatchInput) {
  const page = pages.open();
  const run = await page.batch();
  await run.begin(input);
  return { page, run };
}
