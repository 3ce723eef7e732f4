import { underWay } from '../images/under-way.js';
import { asked } from '../wire/access.js';
import { createText, type Text } from '../text/text.js';
import type { Client } from './api.js';
import { internals, type Given } from './internals.js';
import { messageHistory } from './message-history.js';

/** What asks text models: the pictures that they have made are written down, and the most that they cost is held off the balance until the answer is over. */
export function openText(ours: Client, given: Given): Text {
  const client = internals(ours);
  const text = createText({ ...asked(given), live: client.live.get, history: (pictures) => pictures && messageHistory(client, pictures) });
  return {
    ...text,
    message(request, options) {
      const { pictures } = request;
      const answer = text.message(request, options);
      if (pictures === undefined) return answer;
      const { model, size, quality, most } = pictures;
      return underWay(client.pendingImages, { model, prompt: '', size, quality, n: most }, answer);
    },
  };
}
