'use client';

import { type ReactNode, useId, useRef } from 'react';
import type { Connection } from '../../core/outcome/status.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { useProgressWords } from './words.js';
import { type StyleProps, useRoot } from '../element.js';
import { type Generation, generationKind, type GenerationStatus, generationStatus, isActive, isImage } from '../generation.js';
import { Actions } from './Actions.js';
import { Bar } from './Bar.js';
import { Clock } from './Clock.js';
import { Notice, useNotice } from './Notice.js';
import { outcomeOf } from './outcome.js';
import { OutcomeText } from './OutcomeText.js';
import { Stages } from './Stages.js';
import { useHistory } from './use-history.js';

/**
 * How a generation is going and how it ended: stage, time, cost of cancelling, outcome.
 * It renders when the stage changes, not when time passes.
 */
export function TaskProgress({ task, onRetry, ...styling }: TaskProgressProps): ReactNode {
  const words = useProgressWords();
  const noticeId = useId();
  const status = generationStatus(task);
  const kind = generationKind(task);
  const connection = isImage(task) ? 'idle' : task.connection;
  const { untouched, cancelAsked } = useHistory(status);
  const outcome = outcomeOf(task, status, words, { cancelAsked });
  const head = useRef<HTMLDivElement>(null);
  const label = words.messages.progress.label(kind);
  const headline = isActive(status) ? words.messages.progress[status] : undefined;
  const active = headline !== undefined;
  const notice = useNotice(task, status);

  const state: TaskProgressState = { status, kind, connection };
  return useRoot('bs-task-progress', state, styling, {
    role: 'group',
    'aria-label': label,
    'data-status': status,
    'data-kind': kind,
    'data-connection': connection,
    children: (
      <>
        <div ref={head} tabIndex={-1} className="bs-task-head" data-tone={outcome?.tone}>
          <div className="bs-task-words" role="status">
            {active && <span className="bs-headline">{headline}</span>}
            {outcome !== undefined && status !== 'failed' && <OutcomeText {...outcome} />}
          </div>
          {/* An alert speaks as soon as it exists, so one that was there from the start is none. */}
          <div className="bs-task-words" role={untouched ? undefined : 'alert'}>
            {outcome !== undefined && status === 'failed' && <OutcomeText {...outcome} />}
          </div>
          {active && <Clock progress={task.progress} />}
          <Actions generation={task} status={status} onRetry={onRetry} focusNext={head} />
        </div>
        {active && (
          <Bar label={label} stage={headline} progress={task.progress} describedBy={notice && noticeId} />
        )}
        {(active || status === 'completed') && <Stages kind={kind} status={status} progress={task.progress} />}
        {notice !== undefined && <Notice id={noticeId} {...notice} />}
        {status === 'failed' && task.error?.requestId !== undefined && (
          <p className="bs-fine">{words.messages.progress.requestId(task.error.requestId)}</p>
        )}
      </>
    ),
  });
}

export interface TaskProgressProps extends StyleProps<TaskProgressState, HTMLDivElement> {
  /**
   * The state of a video task or an image generation. The result of `useVideoTask` or
   * `useImageGeneration` can be passed whole; its `cancel` and `check` become buttons.
   */
  task: Generation;
  /** Starts it again. Offered only where that can help; the button says when it may bill again. */
  onRetry?: (() => unknown) | undefined;
}

/** What `className`, `style` and `render` may depend on; also on the element as `data-*`. */
export interface TaskProgressState {
  status: GenerationStatus;
  kind: GenerationKind;
  /** Apart from `status`: a broken connection is not a failed task. */
  connection: Connection;
}
