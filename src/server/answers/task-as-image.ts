import { isBlocked } from '../../core/outcome/blocked.js';
import type { TaskFailure, TaskSnapshot } from '../../core/outcome/snapshot.js';
import { Refusal } from '../base/refusal.js';

/** A finished task in the shape in which a synchronous call would have answered. */
export function asSynchronous(reading: unknown, { assets, cost }: TaskSnapshot, now: number): object {
  const prompts = revisedPrompts(reading);
  const data = assets.map(({ url }, index) => ({ url, ...(prompts[index] === undefined ? {} : { revised_prompt: prompts[index] }) }));
  // In the gateway's own unit: whoever reads it knows what a credit is.
  return { created: Math.floor(now / 1000), data, ...(cost.final === undefined ? {} : { credits_used: cost.final }) };
}

/** The reference names none on tasks; where they are, they stand beside each output. */
function revisedPrompts(reading: unknown): (string | undefined)[] {
  const output = typeof reading === 'object' && reading !== null && 'output' in reading ? reading.output : undefined;
  if (!Array.isArray(output)) return [];
  return output.map((entry: unknown) => {
    const said = typeof entry === 'object' && entry !== null && 'revised_prompt' in entry ? entry.revised_prompt : undefined;
    return typeof said === 'string' ? said : undefined;
  });
}

/** As the gateway refuses a synchronous call for the same reason. Never billed. */
export function failedImage(failure: TaskFailure | undefined, headers: Headers, redact: (text: string) => string): Refusal {
  const { code = 'internal_error', message = 'The image could not be made, and nothing was billed. Try again.' } = failure ?? {};
  const status = isBlocked(code) ? 451 : 500;
  return new Refusal({ status, code: redact(code).slice(0, 100), message: redact(message).slice(0, 2000), headers, reason: 'The image failed.' });
}
