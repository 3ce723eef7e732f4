import type { Messages } from '../react/words/messages.js';
import { asset } from './de/asset.js';
import { assist } from './de/assist.js';
import { balance } from './de/balance.js';
import { chain } from './de/chain.js';
import { compare } from './de/compare.js';
import { cost } from './de/cost.js';
import { errors } from './de/errors.js';
import { figures } from './de/figures.js';
import { form } from './de/form.js';
import { gallery } from './de/gallery.js';
import { generate } from './de/generate.js';
import { lightbox } from './de/lightbox.js';
import { models } from './de/models.js';
import { progress } from './de/progress.js';
import { units } from './de/units.js';
import { uploads } from './de/uploads.js';

export const messages: Messages = { units, progress, errors, asset, lightbox, compare, form, generate, gallery, balance, cost, figures, models, uploads, chain, assist };
