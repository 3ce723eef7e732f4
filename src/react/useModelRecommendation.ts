'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isBytespikeError } from '../core/base/errors.js';
import { toJson } from '../core/base/json.js';
import { watchPart } from '../core/base/part-watch.js';
import { standingOf } from '../core/catalog/overlay.js';
import type { Recommendation, RecommendationBrief } from '../core/recommend/brief.js';
import { recommendingIn } from '../core/recommend/by-language.js';
import { type Script, SCRIPTS, scriptsIn } from '../core/recommend/script.js';
import type { UseKnownCatalog } from './flavour.js';
import type { ModelRecommendationResult } from './hook-results.js';
import { useClient } from './provider.js';

export interface UseModelRecommendation {
  /**
   * Which model for a brief, with ready parameters, the reasons, the runners-up, what was excluded,
   * the price and the wait. It goes by what the key reaches and by live rates once `useModels` or a
   * prefetch has read them; `catalogSource` says which. The rules are loaded when it is first on the
   * page, the words of a language with the first letter of it: until then `status` is `loading` and there is no `model`.
   *
   * @example const { model, params, reasons, status } = useModelRecommendation({ kind: 'image', prompt });
   */
  (brief: RecommendationBrief): ModelRecommendationResult;
}

const nothingYet: Recommendation = { reasons: [], alternatives: [], excluded: [], suggestions: [] };

/** Before there is a word to be read. */
const LETTER = /[a-z]/i;

/** The rules are loaded once somebody looks, and the words that they are found by once somebody writes. */
export function createUseModelRecommendation(useKnownCatalog: UseKnownCatalog): UseModelRecommendation {
  return function useModelRecommendation(brief) {
    const catalog = useKnownCatalog();
    const { clock } = useClient();
    const { prompt = '' } = brief;
    const needed = useScripts(prompt);
    const soon = useScripts(prompt, LETTER);
    const watch = useMemo(() => watchPart(recommendingIn(needed), clock), [needed, clock]);
    useEffect(() => void recommendingIn(soon).load().catch(() => {}), [soon]);
    const { part: recommendModel, error } = useSyncExternalStore(watch.subscribe, watch.get, watch.initial);
    // What says the same is the same, though it is another object.
    const text = toJson(brief);
    return useMemo(() => {
      const from = standingOf(catalog, ['models', 'pricing']);
      if (recommendModel !== undefined) {
        return { ...recommendModel(JSON.parse(text) as RecommendationBrief, catalog), ...from, status: 'ready', error: undefined };
      }
      const failed = isBytespikeError(error) ? error : undefined;
      return { ...nothingYet, ...from, status: failed === undefined ? 'loading' : 'error', error: failed };
    }, [recommendModel, error, text, catalog]);
  };
}

/** The scripts of a prompt; the same list as long as they are. */
function useScripts(prompt: string, letters?: RegExp): readonly Script[] {
  const names = scriptsIn(prompt, letters).join();
  return useMemo(() => SCRIPTS.filter((script) => names.split(',').includes(script)), [names]);
}
