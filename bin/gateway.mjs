#!/usr/bin/env node
// Serves the simulated gateway over HTTP, for a client in any language: npx bytespike-gateway --speed 20
import { realpathSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toNodeHandler } from '../dist/server/index.js';
import { createSimulatedGateway } from '../dist/testing/index.js';

const TRIES = 20;

const HELP = `bytespike-gateway: the simulated ByteSpike gateway over HTTP. It bills nobody.

  --port <number>   where it listens, or the next port that is free     PORT, 8787
  --speed <number>  how many times faster than the real gateway         SPEED, 1
  --seed <text>     equal seeds and requests give equal answers         SEED, 1
  --help            this text`;

/** Resolves with the exit code once it listens, or with why it does not. */
export async function main(args) {
  const { PORT = '8787', SPEED = '1', SEED = '1' } = process.env;
  let asked;
  try {
    asked = parseArgs({ args, options: { port: { type: 'string', default: PORT }, speed: { type: 'string', default: SPEED }, seed: { type: 'string', default: SEED }, help: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  if (asked.help) {
    console.log(HELP);
    return 0;
  }
  const first = Number(asked.port);
  const speed = Number(asked.speed);
  if (!Number.isInteger(first) || first < 0 || first > 65_535) return refuse(`"${asked.port}" is no port: give a whole number from 0, for any that is free, to 65535.`);
  if (!Number.isFinite(speed) || speed <= 0) return refuse(`"${asked.speed}" is no speed: give a number above 0; 20 makes a minute of waiting three seconds.`);
  const gateway = createSimulatedGateway({ speed, seed: asked.seed });
  const server = createServer(toNodeHandler((request) => gateway.fetch(request).catch(told)));
  const port = await firstFree(server, first);
  if (port === undefined) return refuse(`The ports from ${first} to ${Math.min(first + TRIES - 1, 65_535)} cannot be had. Give another one with --port.`);
  if (first !== 0 && port !== first) console.log(`Port ${first} is taken; this is the next free one.`);
  console.log(`Simulated gateway: http://localhost:${port}`);
  console.log(`Key:               ${gateway.apiKey}`);
  return 0;
}

/** What this machine lacks goes into the answer and onto the terminal; every other failure is one that a prompt asked for. */
function told(error) {
  if (error?.code !== 'invalid_config') throw error;
  console.error(error.message);
  return Response.json({ error: { code: 'internal_error', type: 'api_error', message: error.message } }, { status: 500 });
}

function refuse(why) {
  console.error(`${why}\n\n${HELP}`);
  return 1;
}

/** Listens on the first port that is free, from `first` on; `undefined` when none of them is. */
async function firstFree(server, first) {
  for (let port = first; port < first + TRIES && port <= 65_535; port += 1) {
    if (await listens(server, port)) return server.address().port;
  }
  return undefined;
}

function listens(server, port) {
  return new Promise((resolve, reject) => {
    const onError = (error) => (['EADDRINUSE', 'EACCES'].includes(error.code) ? resolve(false) : reject(error));
    server.once('error', onError);
    server.listen(port, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

// The name that npm puts beside others is a link to this file.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
