import { BytespikeError, isBytespikeError } from '../base/errors.js';
import type { Catalog } from '../catalog/model.js';
import type { GenerationRequest } from '../catalog/requests.js';
import { validateRequest, validateTaskBody } from '../catalog/validate.js';
import { MOST_OVER } from '../records/records.js';
import { columnsOf, kindOf, placesOf } from './matrix.js';
import type { BatchColumn, BatchInput, BatchProblem } from './states.js';

/** More would push each other out of the history. @source ours: so many that have ended are remembered */
export const MOST_CELLS = MOST_OVER;

/** What only the other kind takes: it would be left out without a word. */
const FOREIGN = {
  image: ['durationSeconds', 'resolution', 'stylePreset', 'motionIntensity', 'imageUrl'],
  video: ['size', 'n', 'quality', 'style', 'outputFormat', 'outputCompression'],
} as const satisfies Record<string, readonly (keyof BatchColumn)[]>;

/** Why it cannot be begun: of the whole, else of its cells, those that say the same once. */
export function problemsOf(input: BatchInput, catalog: Catalog): BatchProblem[] {
  const whole = wholeProblem(input);
  if (whole !== undefined) return [{ row: undefined, column: undefined, cells: 0, ...whole }];
  const found = new Map<string, BatchProblem>();
  for (const { row, column, request } of placesOf(input.prompts, columnsOf(input))) {
    const problem = cellProblem(request, catalog);
    if (problem === undefined) continue;
    const same = `${problem.field} ${problem.message}`;
    const first = found.get(same) ?? { row, column, cells: 0, ...problem };
    found.set(same, { ...first, cells: first.cells + 1 });
  }
  return [...found.values()];
}

type Problem = Pick<BatchProblem, 'field' | 'message'>;

function wholeProblem({ prompts, models, params, atOnce = 1, via = 'task' }: BatchInput): Problem | undefined {
  if (!Array.isArray(prompts) || prompts.length === 0) return { field: 'prompts', message: 'There is no prompt. Give at least one.' };
  if (!Array.isArray(models) || models.length === 0) return { field: 'models', message: 'No model was chosen. Name at least one of the catalog.' };
  if (Array.isArray(params) && params.length === 0) return { field: 'params', message: 'The list of params is empty, so there would be no cell. Leave params out, or name at least one.' };
  if (!Number.isInteger(atOnce) || atOnce < 1) return { field: 'atOnce', message: `atOnce is how many cells go on at once, a whole number from 1, not ${atOnce}.` };
  if (via !== 'task' && via !== 'sync') return { field: 'via', message: 'via is "task" or "sync".' };
  const cells = prompts.length * columnsOf({ prompts, models, params }).length;
  return cells > MOST_CELLS ? { field: 'prompts', message: `That is ${cells} cells, and a batch has ${MOST_CELLS} at most. Begin it in parts.` } : undefined;
}

function cellProblem(request: GenerationRequest, catalog: Catalog): Problem | undefined {
  const kind = kindOf(request.model, catalog);
  try {
    validateRequest(request);
    if (kind === undefined) return { field: 'model', message: `The catalog knows no model "${request.model}". Name one of its ids; what only the gateway knows is known here once useModels has read it.` };
    const field = FOREIGN[kind].find((name) => name in request);
    if (field !== undefined) return { field, message: `${request.model} makes ${kind === 'image' ? 'images' : 'clips'} and takes no ${field}. Name ${field} with the models that take it, and not in params.` };
    validateTaskBody(request);
  } catch (error) {
    if (!isBytespikeError(error)) throw error;
    return { field: error.field ?? 'prompt', message: error.message };
  }
  return undefined;
}

/** So many are named; the rest are counted. */
const NAMED = 5;

/** What is refused, before anything was sent. */
export function notBegun(input: BatchInput, problems: readonly BatchProblem[]): BytespikeError {
  const columns = columnsOf(input);
  const lines = problems.slice(0, NAMED).map(({ row, column, cells, message }) => {
    if (row === undefined || column === undefined) return message;
    const more = cells > 1 ? `, and ${cells - 1} more` : '';
    return `Row ${row + 1}, column ${column + 1} ("${(input.prompts[row] ?? '').slice(0, 40)}" by ${columns[column]?.model}${more}): ${message}`;
  });
  const rest = problems.length - lines.length;
  return new BytespikeError({
    code: 'invalid_param',
    field: problems[0]?.field,
    message: `Nothing of the batch was sent. ${lines.join(' ')}${rest > 0 ? ` There are ${rest} further reasons.` : ''}`,
  });
}
