import type { ReasonCode } from './brief.js';
import type { Found } from './lexicon.js';
import type { Reading } from './reading.js';
import { purposeTrigger, type Ruling } from './ruling.js';

// The guidance for videos: first by the time there is, then by what the film shows.

type Subject = 'natural' | 'character' | 'cinematic' | 'cjk' | 'general';

/** With 90 s or more to spare, the best of 1080p. */
const BEST: Record<Subject, readonly string[]> = {
  natural: ['veo-3.1', 'sora-2-pro', 'seedance-2.0-pro', 'sora-2', 'seedance-2.0-pro-fast', 'seedance-2.0', 'veo-3.1-fast'],
  character: ['seedance-2.0-pro', 'seedance-2.0-pro-fast', 'seedance-2.0', 'sora-2-pro', 'veo-3.1', 'sora-2', 'seedance-fast'],
  cinematic: ['sora-2-pro', 'veo-3.1', 'seedance-2.0-pro', 'sora-2', 'seedance-2.0-pro-fast', 'seedance-2.0', 'veo-3.1-fast'],
  cjk: ['seedance-2.0-pro', 'seedance-2.0-pro-fast', 'seedance-2.0', 'sora-2-pro', 'veo-3.1', 'sora-2', 'seedance-fast'],
  general: ['sora-2-pro', 'veo-3.1', 'seedance-2.0-pro', 'sora-2', 'seedance-2.0-pro-fast', 'seedance-2.0', 'veo-3.1-fast'],
};
/** Nothing asks for the dearest: 1080p at the lowest rate. */
const PLAIN = ['seedance-2.0', 'veo-3.1', 'seedance-2.0-pro-fast', 'seedance-2.0-pro', 'sora-2', 'seedance-fast', 'veo-3.1-fast', 'sora-2-pro'];
/** On a shorter deadline, the fidelity of Pro. */
const DEADLINE = ['seedance-2.0-pro-fast', 'seedance-2.0', 'veo-3.1', 'sora-2', 'seedance-2.0-pro', 'seedance-fast', 'veo-3.1-fast'];
const FAST = ['seedance-fast', 'veo-3.1-fast', 'seedance-2.0', 'seedance-2.0-pro-fast', 'veo-3.1', 'seedance-2.0-pro', 'sora-2', 'sora-2-pro'];
const FAST_NATURAL = ['veo-3.1-fast', 'seedance-fast', 'veo-3.1', 'seedance-2.0', 'seedance-2.0-pro-fast', 'sora-2', 'sora-2-pro'];

/** Seconds to spare from which the guidance names the best models. */
const TIME_FOR_THE_BEST = 90;
/** A Chinese, Japanese or Korean prompt weighs more than a hint, and less than what the film is said to show. */
const AT_HOME = 1.5;

const none: Found = { score: 0, words: [] };
const wordsOf = (...found: readonly Found[]) => found.flatMap(({ words }) => words).join(', ');

export function ruleVideo(reading: Reading): Ruling {
  const { brief } = reading;
  const subject = subjectOf(reading);
  const { purpose, resolution, latencyBudgetSeconds: seconds } = brief;
  const fast = subject.is === 'natural' ? FAST_NATURAL : FAST;
  if (purpose === 'draft') return { code: 'draft', trigger: purposeTrigger(reading), order: fast };
  if (resolution === '720p' && purpose !== 'hero') return { code: 'fast', trigger: 'resolution: 720p', order: fast };
  const best = purpose === 'hero' || purpose === 'final' || resolution === '1080p';
  if (seconds !== undefined && !(seconds >= TIME_FOR_THE_BEST)) {
    const trigger = `latencyBudgetSeconds: ${seconds}`;
    return best ? { code: 'deadline', trigger, order: DEADLINE } : { code: 'fast', trigger, order: fast };
  }
  if (subject.is !== 'general') return { code: subject.is, trigger: subject.trigger, order: BEST[subject.is] };
  if (!best) return { code: 'general', trigger: '', order: PLAIN };
  const trigger = purpose === undefined ? 'resolution: 1080p' : purposeTrigger(reading);
  return { code: 'best_quality', trigger, order: BEST.general };
}

/** Of what weighs the same, the earlier one. */
function subjectOf({ topics, script }: Reading): { is: Subject; trigger: string } {
  const { natural = none, cinematic = none, cjkContext = none } = topics;
  const actor = actorOf(topics);
  const setting = script === 'latin' ? cjkContext.score : AT_HOME;
  const language = { latin: wordsOf(cjkContext), zh: 'Chinese prompt', ja: 'Japanese prompt', ko: 'Korean prompt' }[script];
  const subjects: { is: Subject & ReasonCode; score: number; trigger: string }[] = [
    // Somebody who acts, in such a setting: both speak for the same model.
    { is: 'character', score: actor.score === 0 ? 0 : actor.score + Math.min(1, setting), trigger: wordsOf(actor) },
    { is: 'natural', score: natural.score, trigger: wordsOf(natural) },
    { is: 'cinematic', score: cinematic.score, trigger: wordsOf(cinematic) },
    { is: 'cjk', score: setting, trigger: language },
  ];
  const most = subjects.reduce((best, subject) => (subject.score > best.score ? subject : best));
  return most.score > 0 ? most : { is: 'general', trigger: '' };
}

/** A person who moves is a character in motion; a person alone is a hint, a motion alone says nothing. */
function actorOf({ character = none, person = none, motion = none }: Reading['topics']): Found {
  const isThere = person.score > 0;
  const moves = isThere && motion.score > 0;
  const score = character.score + (moves ? 2 : isThere ? 1 : 0);
  return { score, words: [...character.words, ...(isThere ? person.words : []), ...(moves ? motion.words : [])] };
}
