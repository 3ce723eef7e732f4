import type { UnitMessages } from '../../react/words/units.js';

export const units: UnitMessages = {
  duration: ({ minutes, seconds }) => (minutes === undefined ? `${seconds}秒` : `${minutes}分${seconds}秒`),
};
