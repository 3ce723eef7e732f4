// npm run test:mutants [-- room …]: makes one thing wrong at a time in the rooms where money and merges are decided, and says which of it no test notices.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { root, withProject } from './install.mjs';

const core = (...names) => names.map((name) => `test/unit/core/${name}.test.ts`);
const server = (...names) => names.map((name) => `test/unit/server/${name}.test.ts`);

/** What is broken, and the tests that are to notice. */
const rooms = {
  money: { files: ['core/base/money.ts', 'core/base/amount.ts', 'core/money/balance.ts', 'core/money/balance-tally.ts', 'core/money/balance-view.ts', 'core/money/hold.ts', 'core/money/holds.ts', 'core/catalog/cost.ts', 'core/places/cancel-cost.ts'], tests: core('cost', 'live-catalog', 'balance', 'balance-parts', 'balance-images', 'observe-quota', 'image-cost') },
  merge: { files: ['core/outcome/snapshot.ts', 'core/outcome/status.ts'], tests: core('task', 'foreign-reading') },
  submit: { files: ['core/tasks/submit.ts', 'core/places/task-submit.ts'], tests: core('submit', 'one-slot', 'asked-again', 'wish') },
  wish: { files: ['core/places/wish.ts', 'core/places/task-phase.ts', 'core/places/image-phase.ts'], tests: core('wish', 'task-phase', 'image-phase') },
  cancel: { files: ['core/places/task-place.ts'], tests: core('cancel', 'one-slot', 'denied', 'task-place') },
  retries: { files: ['core/base/backoff.ts', 'core/base/retry-after.ts', 'core/wire/retry.ts'], tests: core('backoff', 'retry', 'submit', 'set-clock') },
  ownership: { files: ['server/users/ownership.ts', 'server/users/task-names.ts'], tests: server('ownership', 'forgotten', 'sessions', 'gate') },
  caps: { files: ['server/spend/caps.ts', 'server/spend/budget.ts', 'server/spend/priced.ts'], tests: server('caps', 'budget', 'priced', 'text', 'limits', 'near-misses') },
};

/** How many of each room; all with `SAMPLE=all`. `SEED` draws others. */
const sample = process.env.SAMPLE === 'all' ? Infinity : Number(process.env.SAMPLE ?? 20);
const seed = Number(process.env.SEED ?? 1);

const SWAPS = { '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>', '+': '-', '-': '+', '*': '/', '/': '*', '&&': '||', '||': '&&', '%': '*' };

/** All that can be made wrong in a source: where, and with what in its place. */
function faultsOf(text) {
  const faults = [];
  const replace = ({ start, end }, by) => faults.push({ start, end, by });
  function visit(node, isOrder = false) {
    if (Array.isArray(node)) return node.forEach((one) => visit(one, isOrder));
    if (typeof node?.type !== 'string') return;
    // Of types nothing is left when it runs.
    if (node.type.startsWith('TSType') || node.type.startsWith('TSInterface') || node.type === 'ImportDeclaration') return;
    const { left, right, operator } = node;
    if (/^(Binary|Logical)Expression$/.test(node.type) && operator in SWAPS) {
      const at = left.end + text.slice(left.end, right.start).indexOf(operator);
      replace({ start: at, end: at + operator.length }, SWAPS[operator]);
    }
    if (operator === '??') replace({ start: left.end, end: right.end }, '');
    if (/^(IfStatement|ConditionalExpression)$/.test(node.type)) ['true', 'false'].forEach((by) => replace(node.test, by));
    // Of an order the sign alone counts.
    if (node.type === 'Literal' && typeof node.value === 'number' && !isOrder) replace(node, String(node.value + 1));
    if (node.type === 'Literal' && typeof node.value === 'boolean') replace(node, String(!node.value));
    const { expression } = node;
    if (node.type === 'ExpressionStatement' && /^(Call|Await)Expression$/.test(expression.type)) replace(node, ';');
    Object.values(node).forEach((child) => visit(child, isOrder || node.callee?.property?.name === 'sort'));
  }
  visit(parseSync('source.ts', text).program);
  return faults;
}

/** The same draw for the same seed. */
function draw(faults, room) {
  let state = [...room].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed);
  const rank = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return faults.map((fault) => ({ fault, rank: rank() })).sort((a, b) => a.rank - b.rank).slice(0, sample).map(({ fault }) => fault);
}

/** Whether every test passes. One that does not end has noticed. */
function passes(tests, mutant = {}, timeout = 300_000) {
  const env = { ...process.env, MUTANT: JSON.stringify({ ...mutant, tests }) };
  const arguments_ = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'scripts/mutants.config.ts', '--root', root, '--reporter=dot'];
  return spawnSync(process.execPath, arguments_, { cwd: root, env, timeout, stdio: 'ignore' }).status === 0;
}

await withProject(import.meta.url, async (asked) => {
  let lived = 0;
  for (const [name, { files, tests }] of Object.entries(rooms)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const begun = Date.now();
    if (!passes(tests)) throw new Error(`The tests of ${name} fail before anything is broken.`);
    const patience = 5 * (Date.now() - begun) + 10_000;
    const faults = files.flatMap((file) => {
      const text = readFileSync(join(root, 'src', file), 'utf8');
      return faultsOf(text).map((fault) => ({ ...fault, file, text }));
    });
    const drawn = draw(faults, name);
    const alive = drawn.filter(({ start, end, by, file, text }) => passes(tests, { file: `src/${file}`, text: text.slice(0, start) + by + text.slice(end) }, patience));
    lived += alive.length;
    console.log(`${name}: ${drawn.length - alive.length} of ${drawn.length} noticed (${faults.length} in all)`);
    for (const { file, text, start, end, by } of alive) {
      const line = text.slice(0, start).split('\n').length;
      console.log(`  src/${file}:${line}: ${text.slice(start, end).split('\n')[0]} → ${by || 'nothing'}   in   ${text.split('\n')[line - 1].trim()}`);
    }
  }
  return lived === 0 ? 0 : 1;
});
