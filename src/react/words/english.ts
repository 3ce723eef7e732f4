import { englishAssist } from './assist.js';
import { englishAsset } from './asset.js';
import { englishBalance } from './balance.js';
import { englishBatch } from './batch.js';
import { englishChain } from './chain.js';
import { englishConversation } from './conversation.js';
import { englishCost } from './cost.js';
import { englishCompare } from './compare.js';
import { englishErrors } from './errors.js';
import { englishFigures } from './figures.js';
import { englishForm } from './form.js';
import { englishGenerate } from './generate.js';
import { englishGallery } from './gallery.js';
import { englishLightbox } from './lightbox.js';
import { englishMask } from './mask.js';
import type { Messages } from './messages.js';
import { englishModels } from './models.js';
import { englishProgress } from './progress.js';
import { englishPrompts } from './prompts.js';
import { englishSearch } from './search.js';
import { englishSheet } from './sheet.js';
import { englishUnits } from './units.js';
import { englishUploads } from './uploads.js';
import { englishUsage } from './usage.js';

/** All words in English. Components import their own groups, so that one of them does not bring the words of all. */
export const english: Messages = {
  units: englishUnits,
  progress: englishProgress,
  errors: englishErrors,
  asset: englishAsset,
  lightbox: englishLightbox,
  compare: englishCompare,
  form: englishForm,
  generate: englishGenerate,
  gallery: englishGallery,
  balance: englishBalance,
  cost: englishCost,
  figures: englishFigures,
  models: englishModels,
  uploads: englishUploads,
  chain: englishChain,
  assist: englishAssist,
  mask: englishMask,
  conversation: englishConversation,
  usage: englishUsage,
  prompts: englishPrompts,
  search: englishSearch,
  batch: englishBatch,
  sheet: englishSheet,
};
