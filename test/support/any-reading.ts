import { fc } from './chance.js';
import { mergeSnapshots, type TaskSnapshot } from '../../src/core/outcome/snapshot.js';

/** One reading of one task, with what a status brings along. */
export const reading = (status: TaskSnapshot['status'], extra: Partial<TaskSnapshot> = {}): TaskSnapshot => ({
  taskId: 't1',
  status,
  assets: status === 'completed' ? [{ kind: 'video', url: 'https://cdn.example/v.mp4' }] : [],
  cost: { billed: status === 'completed' ? 'yes' : 'no' },
  ...extra,
});

/** Any reading that a gateway may give, partial and contradictory ones included. */
export const anyReading: fc.Arbitrary<TaskSnapshot> = fc
  .record({
    status: fc.constantFrom<TaskSnapshot['status']>('queued', 'running', 'completed', 'failed', 'cancelled'),
    statusText: fc.option(fc.constantFrom('warming', 'upscaling'), { nil: undefined }),
    estimatedSeconds: fc.option(fc.nat(3), { nil: undefined }),
    submittedAt: fc.option(fc.nat(3), { nil: undefined }),
    completedAt: fc.option(fc.nat(3), { nil: undefined }),
    final: fc.option(fc.nat(2), { nil: undefined }),
    url: fc.option(fc.constantFrom('https://a.example', 'https://b.example'), { nil: undefined }),
    expiresAt: fc.option(fc.nat(2), { nil: undefined }),
    readAt: fc.option(fc.nat(2), { nil: undefined }),
    failure: fc.option(fc.constantFrom('one', 'two'), { nil: undefined }),
  })
  .map(({ status, statusText, estimatedSeconds, submittedAt, completedAt, final, url, expiresAt, readAt, failure }) =>
    reading(status, {
      statusText: status === 'running' ? statusText : undefined,
      estimatedSeconds,
      submittedAt,
      completedAt,
      assets: status === 'completed' && url !== undefined ? [{ kind: 'video', url, expiresAt, readAt }] : [],
      cost: { final, billed: status === 'completed' ? 'yes' : 'no' },
      error: status === 'failed' && failure !== undefined ? { code: failure, message: failure } : undefined,
    }),
  );

/** Up to six readings, and the same in another order with some of them twice. */
export const anyDelivery: fc.Arbitrary<{ readings: TaskSnapshot[]; delivered: TaskSnapshot[] }> = fc
  .array(anyReading, { minLength: 1, maxLength: 6 })
  .chain((readings) =>
    fc
      .array(fc.constantFrom(...readings), { maxLength: 6 })
      .chain((again) => fc.shuffledSubarray([...readings, ...again], { minLength: readings.length + again.length }))
      .map((delivered) => ({ readings, delivered })),
  );

/** One state out of readings, in the order in which they came. */
export function mergeAll(readings: readonly TaskSnapshot[]): TaskSnapshot | undefined {
  return readings.reduce<TaskSnapshot | undefined>(mergeSnapshots, undefined);
}
