import { PICTURE_TOOL } from '../../core/wire/picture-tool.js';
import { invalidConfig } from '../base/invalid-config.js';
import { invalid } from '../base/refusal.js';
import { checkModel, type Fields } from './fields.js';

export interface PicturesOptions {
  /** The only image models that may draw there; those of the option `models` are for calls of their own. */
  models: readonly string[];
  /** In one call. */
  most: number;
}

export interface PictureRules {
  models: ReadonlySet<string>;
  most: number;
}

export function readPicturesOptions(options: PicturesOptions | undefined): PictureRules | undefined {
  if (options === undefined) return undefined;
  const { models, most } = options;
  if (Array.isArray(models) && Number.isSafeInteger(most) && most >= 1) return { models: new Set(models), most };
  throw invalidConfig('text.pictures', "createProxy cannot let pictures through by this `text.pictures`: write { models: ['…'], most: 2 } with a whole number above 0. There are no pictures without a list of models and a number of them.");
}

/** The tool as it goes up: what it may hold, each a text but for the number. */
interface Tool extends Fields {
  type: typeof PICTURE_TOOL;
  name: typeof PICTURE_TOOL;
  model: string;
  max_uses: number;
}

const MEASURES = ['size', 'quality'];

/** The call with its tool written anew, if it has this one alone and that is open; any other tool is left to be refused. @throws Refusal 400 */
export function withPictureTool(sent: Fields, rules: PictureRules | undefined): Fields {
  const { tools } = sent;
  if (rules === undefined || !Array.isArray(tools)) return sent;
  if (tools.length !== 1) throw otherTools();
  return { ...sent, tools: [readTool(tools[0], rules)] };
}

function readTool(given: unknown, { models, most }: PictureRules): Tool {
  const tool = typeof given === 'object' && given !== null ? (given as Fields) : {};
  const { type, name, model, max_uses: uses = most, ...measures } = tool;
  if (type !== PICTURE_TOOL || name !== PICTURE_TOOL) throw otherTools();
  for (const [field, value] of Object.entries(measures)) {
    if (!MEASURES.includes(field)) throw invalid('tools', `\`${field.slice(0, 64)}\` of the tool is not passed on here. Leave it out.`);
    if (typeof value !== 'string') throw invalid('tools', `\`${field}\` of the tool is a text. Write it as one, or leave it out.`);
  }
  if (!Number.isSafeInteger(uses) || (uses as number) < 1 || (uses as number) > most) throw invalid('tools', `\`max_uses\` of the tool is a whole number from 1 to ${most} here.`);
  return { type, name, model: checkModel(model, models), ...measures, max_uses: uses as number };
}

function otherTools() {
  return invalid('tools', `The only tool here is one \`${PICTURE_TOOL}\`. Leave all others out.`);
}

/** The tool of a call that was read, if it has one. */
export function pictureToolOf({ tools }: Fields): Tool | undefined {
  return Array.isArray(tools) ? (tools[0] as Tool | undefined) : undefined; // `readTool` has written it.
}
