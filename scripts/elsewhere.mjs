// npm run test:elsewhere: the suite as other machines would run it, on other days, in other zones and
// languages, with one font, on a slow line, looked at late, with other work to do. `-- --apart` tries each difference by itself;
// `-- --quick` all but the other work in one run of what goes through all there is, which is what CI does.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { aheadBy, until } from './elsewhere/clock.mjs';
import { keepBusy } from './elsewhere/busy.mjs';
import { oneFont } from './elsewhere/fonts.mjs';
import { root, withProject } from './install.mjs';
import { behaviour, only, walks } from './projects.mjs';

const DAY = 24 * 60 * 60;

const day = (name, seconds) => ({ name, environment: () => aheadBy(seconds()) });
const tomorrow = day('a day ahead', () => DAY);
const later = day('40 days ahead', () => 40 * DAY);
const leapDay = day('on a leap day', () => until({ month: 2, date: 29 }));

const zone = (name) => ({ name, environment: () => ({ TZ: name }) });
const language = (tag) => ({ name: tag, environment: () => ({ LANG: `${tag}.UTF-8`, LC_ALL: `${tag}.UTF-8`, LANGUAGE: tag }) });
const noLanguage = { name: 'C', environment: () => ({ LANG: 'C', LC_ALL: 'C', LANGUAGE: '' }) };
const fonts = { name: 'one font', environment: oneFont };
// A slow line: what a page loads later comes later than the next line of a test looks for it.
const lateParts = { name: 'parts that come late', environment: () => ({ LATE_PARTS_MS: '300' }) };
// A test that looks for what passes finds it on a quick machine alone.
const lateLooks = { name: 'looks that come late', environment: () => ({ LATE_LOOKS_MS: '400' }) };
const busy = { name: 'both cores busy', environment: () => ({}), work: Math.max(2, availableParallelism()) };

/** Differences that have nothing to do with each other share a run: each costs minutes. */
const TOGETHER = [
  [tomorrow, zone('Asia/Kolkata'), language('de_DE')],
  [later, zone('America/Los_Angeles'), language('tr_TR')],
  [leapDay, zone('Pacific/Kiritimati'), language('ar_EG')],
  [noLanguage, fonts, lateParts, lateLooks],
  [busy],
];
const QUICK = [[leapDay, zone('Pacific/Kiritimati'), language('ar_EG'), fonts]];
// What is seen holds the day, the zone, the language and the fonts, and nobody else goes through all of it.
const QUICK_TESTS = ['--walks'];

await withProject(import.meta.url, async (args) => {
  const quick = args.includes('--quick');
  const runs = quick ? QUICK : args.includes('--apart') ? TOGETHER.flat().map((difference) => [difference]) : TOGETHER;
  const tests = [...(quick ? QUICK_TESTS : args.includes('--project') ? [] : only([...behaviour, ...walks])), ...args.filter((argument) => !['--quick', '--apart'].includes(argument))];
  const rows = [];
  for (const differences of runs) rows.push(...(await runWith(differences, tests)));
  print(rows);
  // Each run has printed a count of its own: what counts is the sum, and it stands last.
  const { passed, failed } = sum(rows);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/** One run of the suite; a row for each of its differences. */
async function runWith(differences, tests) {
  const started = performance.now();
  const environment = Object.assign({}, ...differences.map((difference) => difference.environment()));
  const rest = keepBusy(Math.max(0, ...differences.map(({ work = 0 }) => work)));
  console.log(`\nElsewhere: ${differences.map(({ name }) => name).join(', ')}`);
  const { code, said } = await tested(tests, environment);
  rest();
  const [, passed = 0, failed = 1] = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  const counted = { passed: Number(passed), failed: code === 0 ? Number(failed) : Math.max(1, Number(failed)), minutes };
  return differences.map(({ name }, index) => ({ name, ...counted, counts: index === 0 }));
}

function tested(tests, environment) {
  const child = spawn(process.execPath, [join(root, 'scripts', 'test.mjs'), ...tests], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
    process.stdout.write(text);
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

function print(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(`\n${'elsewhere'.padEnd(width)}  passed  failed  minutes`);
  for (const { name, passed, failed, minutes } of rows) {
    console.log(`${name.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}  ${minutes.padStart(7)}`);
  }
}

function sum(rows) {
  const counted = rows.filter(({ counts }) => counts);
  const total = (key) => counted.reduce((all, row) => all + row[key], 0);
  return { passed: total('passed'), failed: total('failed') };
}
