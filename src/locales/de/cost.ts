import type { CostMessages } from '../../react/words/cost.js';
import { thisThing } from './parts.js';

export const cost: CostMessages = {
  label: 'Kosten',
  total: ({ kind, count, text }) => (count === 1 ? thisThing(kind) : `Diese ${text} ${kind === 'video' ? 'Clips' : 'Bilder'}`),
  precision: (precision) => ({ exact: 'genau', about: 'etwa', most: 'höchstens' })[precision],
  sumOfSeconds: ({ seconds, rate, fee }) => `${seconds} s × ${rate}${fee === undefined ? '' : ` + ${fee} Auftragsgebühr`}`,
  sumOfImages: ({ count, rate }) => `${count} × ${rate}`,
  sumOfTurn: (rate) => `${rate} für diese Runde`,
  wait: 'Übliche Wartezeit',
  recentWait: 'Wartezeit zuletzt',
  balanceAfter: 'Guthaben danach',
  stale: ({ isRequired }) => ({
    title: 'Der Preis wird berechnet',
    text: isRequired ? 'Nichts wird gesendet, bevor der Preis für diese Einstellungen da ist.' : 'Der vorige galt für andere Einstellungen.',
  }),
  unpriced: ({ isRequired }) => ({
    title: 'Kein Preis bekannt',
    text: isRequired
      ? 'Die Preisliste nennt dieses Modell nicht. Wählen Sie ein anderes.'
      : 'Die Preisliste nennt dieses Modell nicht. Was es gekostet hat, sehen Sie danach.',
  }),
  short: (missing) => ({
    title: `Es fehlen ${missing}`,
    text: 'Das Guthaben reicht dafür nicht. Laden Sie es auf, oder wählen Sie etwas Kürzeres oder Kleineres.',
  }),
  topUp: 'Aufladen',
  terms: ({ isTask, upTo }) => {
    if (!isTask) return 'Schlägt es fehl, wird nichts berechnet. Einmal gesendet, lässt es sich nicht zurückrufen.';
    if (upTo === undefined) return 'Schlägt es fehl, wird nichts berechnet. Abbrechen ist kostenlos, bis es beginnt.';
    return `Schlägt es fehl, wird nichts berechnet. Abbrechen ist kostenlos, bis es beginnt, und kostet danach bis zu ${upTo}.`;
  },
  source: 'Woher dieser Preis kommt',
  sourceText: ({ source, date }) => (source === 'live' ? `Preisliste des Gateways, Stand ${date}.` : `Veröffentlichte Preisliste, Stand ${date}.`),
  rangeText: ({ min, max }) =>
    min === max
      ? 'Die Liste nennt keinen Preis für genau dies. Er liegt nahe bei diesem.'
      : `Die Liste nennt keinen Preis für genau dies. Er liegt zwischen ${min} und ${max}.`,
  underWay: 'Läuft gerade',
  lastRun: 'Zuletzt',
  estimated: 'Geschätzt',
  estimatedByGateway: 'Vom Gateway geschätzt',
  cancelNow: 'Jetzt abbrechen',
  cancelOnceRunning: 'Sobald es gerendert wird',
  billed: 'Berechnet',
  free: 'kostenlos',
  upTo: (amount) => `bis zu ${amount}`,
  someOfIt: 'was gerendert ist',
  nothing: 'nichts',
  notKnownYet: 'noch nicht bekannt',
  announce: ({ total, price, after, missing }) => {
    if (missing !== undefined) return `${total}: ${price}. Es fehlen ${missing}.`;
    return after === undefined ? `${total}: ${price}.` : `${total}: ${price}. Guthaben danach: ${after}.`;
  },
};
