import { type ReactNode, useId, useState } from 'react';
import { isOverTime } from '../../core/money/usage-slots.js';
import type { UsageResult } from '../../react/hook-results.js';
import { Forecast } from './Forecast.js';
import { Parts } from './Parts.js';
import type { ChartSettings } from './settings.js';
import { Sum } from './Sum.js';
import { usageStatus } from './status.js';
import { Times } from './Times.js';
import { useUsageWords } from './words.js';

/** The sum, what it may come to, and one view of it at a time. */
export function Chart({ usage, byModel, byKey }: ChartSettings): ReactNode {
  const views = [usage, byModel, byKey].filter((view) => view !== undefined);
  const [chosen, choose] = useState(0);
  const shown = views[chosen] ?? usage;
  return (
    <>
      <div className="bs-usage-head">
        <div>
          <Sum result={usage} />
          {usage.usage !== undefined && <Forecast usage={usage.usage} query={usage.query} />}
        </div>
        {views.length > 1 && <Views views={views} shown={shown} onShow={(view) => choose(views.indexOf(view))} />}
      </div>
      <View key={chosen} result={shown} />
    </>
  );
}

interface ViewsProps {
  views: readonly UsageResult[];
  shown: UsageResult;
  onShow: (view: UsageResult) => void;
}

/** Native radio buttons: the arrows, the group and its name come with them. */
function Views({ views, shown, onShow }: ViewsProps): ReactNode {
  const { usage: words } = useUsageWords().messages;
  const name = useId();
  return (
    <fieldset className="bs-switch bs-usage-views">
      <legend className="bs-hidden">{words.label}</legend>
      {views.map((view, index) => (
        // By its place: two views may be of one kind, and the results are other objects with each read.
        // oxlint-disable-next-line react/no-array-index-key
        <label key={index}>
          <input type="radio" className="bs-hidden" name={name} checked={view === shown} onChange={() => onShow(view)} />
          <span>{words.group[view.query.groupBy ?? 'day']}</span>
        </label>
      ))}
    </fieldset>
  );
}

function View({ result }: { result: UsageResult }): ReactNode {
  const { usage: words } = useUsageWords().messages;
  const { usage, query, refresh } = result;
  const status = usageStatus(result);
  const said = { loading: words.loading, closed: words.closed, error: words.failed, stale: words.stale, empty: words.empty, ready: undefined }[status];
  const canAsk = status === 'error' || status === 'stale';
  return (
    <>
      {/* There from the start, so that it can speak. */}
      <div className="bs-usage-state" role="status">
        {said !== undefined && <span>{said}</span>}
      </div>
      {canAsk && (
        <button type="button" className="bs-button bs-usage-again" onClick={() => void refresh()}>
          {words.again}
        </button>
      )}
      {usage !== undefined && usage.buckets.length > 0 && (isOverTime(query) ? <Times usage={usage} query={query} /> : <Parts usage={usage} query={query} />)}
      {usage?.missing !== undefined && <p className="bs-usage-missing">{words.missing(usage.missing.join(', '))}</p>}
    </>
  );
}
