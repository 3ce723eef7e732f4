import type { UnitMessages } from '../../react/words/units.js';

export const units: UnitMessages = {
  duration: ({ minutes, seconds }) => (minutes === undefined ? `${seconds} s` : `${minutes} min ${seconds} s`),
};
