// What is broken room by room, and the tests that are to notice.
import { globSync } from 'node:fs';
import { root } from '../install.mjs';

const core = (...names) => names.map((name) => `test/unit/core/${name}.test.ts`);
const server = (...names) => names.map((name) => `test/unit/server/${name}.test.ts`);

/** Where money, merges and whose is what are decided: files, or folders of them. Nothing may live there. */
const decisive = {
  money: {
    of: ['core/base/money.ts', 'core/base/amount.ts', 'core/money', 'core/catalog/cost.ts', 'core/places/cancel-cost.ts', 'core/wire/quota.ts', 'core/wire/quota-headers.ts'],
    tests: core('cost', 'balance-parts', 'balance-holds', 'balance-watch', 'balance', 'observe-quota', 'live-catalog', 'balance-images', 'image-cost', 'account'),
  },
  merge: { of: ['core/outcome/snapshot.ts', 'core/outcome/status.ts'], tests: core('foreign-reading', 'task') },
  submit: { of: ['core/tasks/submit.ts', 'core/places/task-submit.ts'], tests: core('submit', 'task-submit', 'one-slot', 'asked-again', 'wish', 'task-place', 'cancel', 'denied') },
  wish: { of: ['core/places/wish.ts', 'core/places/image-wish.ts', 'core/places/task-phase.ts', 'core/places/image-phase.ts'], tests: core('wish', 'task-phase', 'image-phase') },
  cancel: { of: ['core/places/task-place.ts'], tests: core('cancel', 'one-slot', 'denied', 'task-place') },
  retries: { of: ['core/base/backoff.ts', 'core/base/retry-after.ts', 'core/wire/retry.ts'], tests: core('backoff', 'retry', 'submit', 'set-clock') },
  ownership: { of: ['server/users/ownership.ts', 'server/users/task-names.ts', 'server/base/signature.ts'], tests: server('task-names', 'signature', 'ownership', 'hmac', 'forgotten', 'sessions', 'gate') },
  caps: { of: ['server/spend', 'server/answers/pay.ts'], tests: server('hold', 'pay', 'caps', 'budget', 'priced', 'limits', 'near-misses', 'text') },
};

/** Long ones, which end much and say little of one line. */
const LONG = /\/(fuzz|killed|store-contract|store-faults|shared-stream-faults|journeys?|stream-recovery|faults|redis|politeness)\.test\.ts$/;

const sources = (path) => {
  const found = path.endsWith('.ts') ? globSync(`src/${path}`, { cwd: root }) : globSync(`src/${path}/**/*.ts`, { cwd: root });
  if (found.length === 0) throw new Error(`There is no source at src/${path}: name where it lies now in scripts/mutants/rooms.mjs.`);
  return found.map((file) => file.replaceAll('\\', '/')).sort();
};

/** @param testsOf the tests of a source, the likeliest first */
export function readRooms(testsOf) {
  const rooms = Object.entries(decisive).map(([name, { of, tests }]) => {
    const near = (file) => testsOf(file).filter((test) => tests.includes(test));
    return { name, isDecisive: true, files: of.flatMap(sources), tests, testsOf: near };
  });
  const taken = new Set(rooms.flatMap(({ files }) => files));
  const rest = ['core', 'server'].map((name) => ({
    name: `rest of ${name}`,
    isDecisive: false,
    files: sources(name).filter((file) => !taken.has(file)),
    tests: [],
    testsOf: (file) => testsOf(file).filter((test) => test.startsWith(`test/unit/${name}/`) && !LONG.test(test)),
  }));
  return [...rooms, ...rest];
}
