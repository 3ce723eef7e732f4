import { englishAsset } from './asset.js';
import { englishErrors } from './errors.js';
import type { Messages } from './messages.js';
import { englishProgress } from './progress.js';
import { englishUnits } from './units.js';

/** All words in English. Components import their own groups, so that one of them does not bring the words of all. */
export const english: Messages = { units: englishUnits, progress: englishProgress, errors: englishErrors, asset: englishAsset };
