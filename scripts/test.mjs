// npm test: type check, lint, every test of what the library does. npm run test:walks: those that go through all there
// is. Arguments go to vitest. The last line is "N passed, N failed" over everything.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium, quickChromium } from './chromium.mjs';
import { oneChecker } from './frugal.mjs';
import { runBeside, withProject } from './install.mjs';
import { only, walks } from './projects.mjs';
import { ensureRedis } from './redis.mjs';

await withProject(import.meta.url, async (given) => {
  const isWalk = given.includes('--walks');
  // What `npm test` runs in is in the lock file, where that starts: a machine need not have one of its own.
  const isAll = !isWalk && !given.includes('--project');
  if (!isAll || !(await quickChromium())) process.env.CHROMIUM_FOUND = await ensureChromium();
  ensureRedis();
  const args = given.flatMap((argument) => (argument === '--walks' ? only(walks) : [argument]));
  // All of the sources are checked with what they do, not once more with what is seen of it.
  const checks = isWalk ? [] : [checked('Type check', 'tsc', ['-p', 'tsconfig.json', ...oneChecker]), checked('Lint', 'oxlint', ['--type-aware'])];
  // What measures has the machine to itself.
  if (args.includes('bench')) await Promise.all(checks);
  const [tests, ...said] = await Promise.all([testWith(args), ...checks]);
  const results = [...said.map(told), count(tests)];
  const passed = sum(results, 'passed');
  const failed = sum(results, 'failed');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

async function checked(title, name, args) {
  return { title, ...(await runBeside(name, args)) };
}

/** Said whole, after what the tests said and before what failed of them. */
function told({ title, code, said }) {
  if (said.trim() !== '') console.log(said.trimEnd());
  console.log(`${title}: ${code === 0 ? 'passed' : 'failed'}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function testWith(args) {
  const folder = mkdtempSync(join(tmpdir(), 'bytespike-test-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runBeside('vitest', ['run', ...reporters, ...args], { shown: true, env: process.env });
    return { code, ...read(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count({ code, passed, failed, files }) {
  if (passed + failed === 0) console.error('No test ran.');
  printSlowest(files);
  printFailures(files);
  // An error outside of any test, or no test at all, fails the run though no test failed.
  const unseen = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: unseen ? 1 : failed };
}

function read(report) {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: testResults.reduce((total, file) => total + failuresOf(file), 0), files: testResults };
  } catch {
    return { passed: 0, failed: 0, files: [] };
  }
}

/** Where the time goes: what to look at when the suite has become slow. */
function printSlowest(files) {
  const timed = files.map(({ name, startTime, endTime }) => ({ name: relative(process.cwd(), name), seconds: (endTime - startTime) / 1000 }));
  const slowest = timed.sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  if (slowest.length < 10) return;
  console.log('\nThe ten slowest files, in seconds:');
  for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
  console.log('');
}

/** Once more at the end, a line each: the end is what a log that was cut still holds, and what CI repeats. */
function printFailures(files) {
  for (const { name, message, assertionResults } of files) {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failed) console.log(`FAILED ${file} > ${onOneLine(`${fullName}: ${failureMessages.join(' ')}`)}`);
    if (failed.length === 0 && message) console.log(`FAILED ${file}: ${onOneLine(message)}`);
  }
}

function onOneLine(text) {
  return text.replaceAll(/\s+/g, ' ').slice(0, 2000);
}

/** A file that could not be loaded holds no failed test, yet has failed. */
function failuresOf(file) {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
  return failed === 0 && file.status === 'failed' ? 1 : failed;
}

function sum(results, key) {
  return results.reduce((total, result) => total + result[key], 0);
}
