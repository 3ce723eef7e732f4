import type { Messages } from '../react/words/messages.js';
import { asset } from './ja/asset.js';
import { assist } from './ja/assist.js';
import { balance } from './ja/balance.js';
import { batch } from './ja/batch.js';
import { chain } from './ja/chain.js';
import { compare } from './ja/compare.js';
import { conversation } from './ja/conversation.js';
import { cost } from './ja/cost.js';
import { errors } from './ja/errors.js';
import { figures } from './ja/figures.js';
import { form } from './ja/form.js';
import { gallery } from './ja/gallery.js';
import { generate } from './ja/generate.js';
import { lightbox } from './ja/lightbox.js';
import { many } from './ja/many.js';
import { mask } from './ja/mask.js';
import { models } from './ja/models.js';
import { progress } from './ja/progress.js';
import { prompts } from './ja/prompts.js';
import { search } from './ja/search.js';
import { sheet } from './ja/sheet.js';
import { units } from './ja/units.js';
import { uploads } from './ja/uploads.js';
import { usage } from './ja/usage.js';

/** All words in Japanese. */
export const messages: Messages = { units, progress, errors, asset, lightbox, compare, form, generate, gallery, balance, cost, figures, models, uploads, chain, assist, mask, conversation, batch, sheet, many, usage, search, prompts };
