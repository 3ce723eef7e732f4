import type { Messages } from '../react/words/messages.js';
import { asset } from './zh-CN/asset.js';
import { assist } from './zh-CN/assist.js';
import { balance } from './zh-CN/balance.js';
import { batch } from './zh-CN/batch.js';
import { chain } from './zh-CN/chain.js';
import { compare } from './zh-CN/compare.js';
import { conversation } from './zh-CN/conversation.js';
import { cost } from './zh-CN/cost.js';
import { errors } from './zh-CN/errors.js';
import { figures } from './zh-CN/figures.js';
import { form } from './zh-CN/form.js';
import { gallery } from './zh-CN/gallery.js';
import { generate } from './zh-CN/generate.js';
import { lightbox } from './zh-CN/lightbox.js';
import { many } from './zh-CN/many.js';
import { mask } from './zh-CN/mask.js';
import { models } from './zh-CN/models.js';
import { progress } from './zh-CN/progress.js';
import { prompts } from './zh-CN/prompts.js';
import { search } from './zh-CN/search.js';
import { sheet } from './zh-CN/sheet.js';
import { units } from './zh-CN/units.js';
import { uploads } from './zh-CN/uploads.js';
import { usage } from './zh-CN/usage.js';

/** All words in simplified Chinese. */
export const messages: Messages = { units, progress, errors, asset, lightbox, compare, form, generate, gallery, balance, cost, figures, models, uploads, chain, assist, mask, conversation, batch, sheet, many, usage, search, prompts };
