import type { CompletedCost, ProgressMessages } from '../../react/words/progress.js';
import { thing } from './parts.js';

const money = ({ billed, estimated, estimatedBy = 'gateway' }: CompletedCost): string => {
  if (billed !== undefined) return `${billed} berechnet`;
  if (estimated === undefined) return 'Berechnet, Betrag nicht genannt';
  return `Etwa ${estimated} berechnet, laut ${estimatedBy === 'gateway' ? 'Schätzung des Gateways' : 'Preisliste'}`;
};

const line = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');

export const progress: ProgressMessages = {
  label: (kind) => (kind === 'video' ? 'Videoerzeugung' : 'Bilderzeugung'),
  submitting: 'Wird gesendet',
  queued: 'In der Warteschlange',
  running: 'Wird gerendert',
  cancelling: 'Wird abgebrochen',
  stages: 'Abschnitte',
  stageSubmitted: 'Gesendet',
  stageQueued: 'Warteschlange',
  stageRunning: 'Rendern',
  stageReady: 'Fertig',
  clock: ({ elapsed, remaining, overdue }) => {
    if (remaining !== undefined) return `${elapsed} · noch etwa ${remaining}`;
    if (overdue === 'slightly') return `${elapsed} · fast fertig`;
    return overdue === 'clearly' ? `${elapsed} · länger als üblich` : elapsed;
  },
  valueText: (stage, remaining) => (remaining === undefined ? stage : `${stage}, noch etwa ${remaining}`),
  cancelFree: 'Abbrechen · kostenlos',
  cancelBillable: (upTo) => (upTo === undefined ? 'Abbrechen · wird womöglich berechnet' : `Abbrechen · kostet bis zu ${upTo}`),
  stopWaiting: 'Nicht mehr warten · wird womöglich berechnet',
  check: 'Noch einmal nachsehen',
  checking: 'Wird nachgesehen',
  retry: 'Noch einmal versuchen',
  retryBillable: 'Noch einmal versuchen · wird womöglich erneut berechnet',
  reconnecting: (kind) => ({
    title: 'Verbindung wird neu aufgebaut',
    text: `Ihr ${thing(kind)} wird weiter gerendert und erscheint hier.`,
  }),
  offline: (kind) => ({
    title: 'Sie sind offline',
    text: `Ihr ${thing(kind)} wird weiter gerendert und ist da, sobald Sie wieder verbunden sind.`,
  }),
  completed: ({ took, ...cost }) => ({ title: 'Fertig', text: line(money(cost), took && `in ${took}`) }),
  finishedAnyway: (cost) => ({
    title: 'Fertig geworden, bevor es abgebrochen werden konnte',
    text: line(money(cost), 'das Ergebnis gehört Ihnen'),
  }),
  cancelledFree: (wasRunning) => ({
    title: 'Abgebrochen, nichts berechnet',
    text: wasRunning ? 'Es hielt an, bevor etwas berechnet wurde.' : 'Es war noch in der Warteschlange.',
  }),
  cancelledBilled: (amount) => ({
    title: amount === undefined ? 'Abgebrochen, teilweise berechnet' : `Abgebrochen, ${amount} berechnet`,
    text: 'Für die Sekunden, die schon gerendert waren.',
  }),
  stoppedWaiting: { title: 'Es wird nicht mehr gewartet', text: 'Es kann noch fertig werden und noch berechnet werden.' },
  unknown: ({ kind, checkable }) =>
    checkable
      ? { title: 'Wir sehen nach, was geschah', text: 'Die Antwort ging unterwegs verloren. Nachsehen beginnt und berechnet nie etwas ein zweites Mal.' }
      : { title: 'Die Antwort ging unterwegs verloren', text: `Ihr ${thing(kind)} wurde vielleicht erzeugt und vielleicht berechnet.` },
  billedNothing: 'Nichts berechnet.',
  billed: (amount) => (amount === undefined ? 'Es wurde berechnet.' : `${amount} berechnet.`),
  billedUnknown: 'Vielleicht wurde es berechnet.',
  requestId: (id) => `Anfrage ${id}`,
};
