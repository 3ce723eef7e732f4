import type { Catalog, Model } from '../catalog/model.js';
import type { ReasonCode, RecommendationReason } from './brief.js';
import type { Candidate } from './candidate.js';
import type { Ruling } from './ruling.js';

/** What the rule is, in plain words. */
const RULES: Record<Exclude<ReasonCode, 'lowered' | 'wait_may_exceed' | 'next_best'>, string> = {
  lettering: 'What is written in the image has to be legible',
  people: 'Hands and faces, also small ones, have to be right',
  spatial: 'Where things are and how many there are has to be right',
  photoreal: 'It has to look like a photograph: light, materials, anatomy',
  aesthetic: 'It is an illustration or an aesthetic image',
  conversation: 'It is edited over several turns',
  compliance: 'Routing has to be provider-direct and auditable',
  draft: 'It is a draft: quick and cheap comes first',
  general: 'Nothing in the brief asks for a particular strength',
  natural: 'It shows the natural world',
  character: 'Somebody moves or speaks in it',
  cinematic: 'It is a cinematic or studio shot',
  cjk: 'It is of a Chinese, Japanese or Korean setting',
  fast: '720p is enough, or there is time for no more',
  deadline: 'It has to be good and there is little time',
  best_quality: 'It has to be the best that there is time for',
};

/**
 * Why `chosen`: the rule that applies, what it follows from, and everything in which the choice
 * is less than the rule's own. `ranked` are all candidates in the order of the rule.
 */
export function reasonsFor(chosen: Candidate, ranked: readonly Candidate[], ruling: Ruling, budget: number | undefined): RecommendationReason[] {
  const { code, trigger } = ruling;
  const rule = RULES[code as keyof typeof RULES];
  const said = trigger === '' ? '' : ` (${trigger})`;
  const reasons: RecommendationReason[] = [{ code, trigger, message: `${rule}${said}: ${chosen.model.name}.` }];
  const first = ranked[0];
  if (first !== undefined && first !== chosen && first.exclusions[0] !== undefined) {
    const why = first.exclusions.map(({ message }) => message).join(' ');
    const field = first.exclusions[0].field;
    reasons.push({ code: 'next_best', trigger: field ?? first.exclusions[0].code, message: `${first.model.name} would come first, and does not fit. ${why}` });
  }
  if (chosen.better !== undefined) reasons.push(lowered(chosen));
  const wait = chosen.pick?.expectedSeconds;
  if (wait !== undefined && budget !== undefined && wait.max > budget) {
    const message = `It ${wait.basis === 'observed' ? 'lately took' : 'typically takes'} ${wait.min} to ${wait.max} s: it may need more than the ${budget} s.`;
    reasons.push({ code: 'wait_may_exceed', trigger: `latencyBudgetSeconds: ${budget}`, message });
  }
  return reasons;
}

/** The brief leaves these open, and the best of them takes more time or money than there is. */
function lowered({ better, pick }: Candidate): RecommendationReason {
  const fields = (['size', 'quality', 'resolution'] as const).filter((field) => better?.[field] !== pick?.params[field]);
  const changes = fields.map((field) => `${field} ${pick?.params[field]} in place of ${better?.[field]}`).join(', ');
  return { code: 'lowered', trigger: fields.join(', '), message: `To stay within the limits: ${changes}.` };
}

/** Models whose limits nobody stated are never chosen for anybody. */
export function unknownLimits(catalog: Catalog, kind: Model['kind']) {
  return (catalog.open ?? [])
    .filter((model) => model.kind === kind)
    .map(({ id }) => ({
      model: id,
      code: 'unknown_limits' as const,
      message: `${id} is not in the catalog: its limits are unknown, so it is not recommended. It can be used by its id.`,
    }));
}
