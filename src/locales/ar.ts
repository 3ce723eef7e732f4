import type { Messages } from '../react/words/messages.js';
import { asset } from './ar/asset.js';
import { assist } from './ar/assist.js';
import { balance } from './ar/balance.js';
import { chain } from './ar/chain.js';
import { compare } from './ar/compare.js';
import { cost } from './ar/cost.js';
import { errors } from './ar/errors.js';
import { figures } from './ar/figures.js';
import { form } from './ar/form.js';
import { gallery } from './ar/gallery.js';
import { generate } from './ar/generate.js';
import { lightbox } from './ar/lightbox.js';
import { models } from './ar/models.js';
import { progress } from './ar/progress.js';
import { units } from './ar/units.js';
import { uploads } from './ar/uploads.js';

export const messages: Messages = { units, progress, errors, asset, lightbox, compare, form, generate, gallery, balance, cost, figures, models, uploads, chain, assist };
