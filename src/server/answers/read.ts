import type { Reader } from '../calls/routes.js';
import type { Config } from '../setup/context.js';
import type { Call, Draft, Incoming } from './call.js';
import { readEditCall, readGenerationCall, readTextCall } from './read-generation.js';
import { readQueryOnly, readTaskBody, readTaskInPath, readTaskInQuery } from './read-task.js';

/** One for each word that a row of the table may name. */
const readers: Readonly<Record<Reader, (incoming: Incoming, config: Config) => Draft | Promise<Draft>>> = {
  nothing: ({ route }, config) => ({ url: config.baseUrl + route.path }),
  query: readQueryOnly,
  'task in path': readTaskInPath,
  'task in query': readTaskInQuery,
  'task in body': readTaskBody,
  generation: readGenerationCall,
  edit: readEditCall,
  text: readTextCall,
};

/**
 * What the client wants, by the reader that its row names. Every name of a task in it is turned
 * into the gateway's. @throws Refusal 404 for a task of another user's
 */
export async function read(incoming: Incoming, config: Config): Promise<Call> {
  const drafted = await readers[incoming.route.reader](incoming, config);
  const { route = incoming.route, model } = drafted;
  const { trail } = incoming;
  trail.endpoint = route.endpoint;
  if (model !== undefined) trail.model = model;
  return { ...incoming, route, drafted };
}
