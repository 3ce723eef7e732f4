import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import type { GenerationProgress } from '../../core/places/states.js';
import { useProgressWords } from './words.js';
import { everySecond } from '../every-second.js';
import { type BarPlan, fractionAt, planBar } from './bar-plan.js';
import { spokenText } from './clock-text.js';
import { useMoments } from './use-moments.js';

/** How coarsely `aria-valuenow` moves, in percent: a screen reader may speak every change. */
const SPOKEN_STEP = 5;

/**
 * How far it is. The bar moves by a CSS animation that began in the past, and what it says to a
 * screen reader is written straight to the element, so React writes no `aria-value…` here.
 */
export function Bar({ label, stage, progress, describedBy }: BarProps): ReactNode {
  const track = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLDivElement>(null);
  const words = useProgressWords();
  const moments = useMoments(progress);
  const plan = useBarPlan(fill, moments);

  useLayoutEffect(() => {
    const tick = () => {
      if (track.current !== null) tell(track.current, plan.current, spokenText(stage, moments, Date.now(), words));
    };
    tick();
    return everySecond(tick);
  }, [plan, stage, moments, words]);

  return (
    <div ref={track} className="bs-bar" role="progressbar" aria-label={label} aria-describedby={describedBy}>
      <div ref={fill} className="bs-bar-fill" />
    </div>
  );
}

interface BarProps {
  label: string;
  stage: string;
  progress: GenerationProgress;
  describedBy: string | undefined;
}

function useBarPlan(fill: RefObject<HTMLElement | null>, moments: GenerationProgress): RefObject<BarPlan | undefined> {
  const plan = useRef<BarPlan>(undefined);
  // The delay of an animation counts from when it started, which may be long before a new plan.
  const startedAt = useRef(0);

  useLayoutEffect(() => {
    const bar = fill.current;
    if (bar === null) return;
    // Hidden and shown again, an animation starts anew: from where time is, not from its beginning.
    const restarted = () => draw(bar, plan.current, (startedAt.current = Date.now()));
    const isFirst = plan.current === undefined;
    plan.current = planBar(plan.current, moments, Date.now());
    if (isFirst) restarted();
    else draw(bar, plan.current, startedAt.current);
    bar.addEventListener('animationstart', restarted);
    return () => bar.removeEventListener('animationstart', restarted);
  }, [fill, moments]);

  return plan;
}

function draw(bar: HTMLElement, plan: BarPlan | undefined, startedAt: number): void {
  bar.toggleAttribute('data-indeterminate', plan === undefined);
  if (plan === undefined) return;
  const { from, knee, seconds, startsAt } = plan;
  const line = { from, knee, duration: `${seconds * 4}s`, delay: `${startsAt - startedAt}ms` };
  for (const [name, value] of Object.entries(line)) bar.style.setProperty(`--bs-bar-${name}`, String(value));
}

function tell(track: HTMLElement, plan: BarPlan | undefined, text: string): void {
  set(track, 'aria-valuetext', text);
  if (plan === undefined) return track.removeAttribute('aria-valuenow');
  const fraction = fractionAt(plan, Date.now());
  set(track, 'aria-valuenow', String(Math.floor((fraction * 100) / SPOKEN_STEP) * SPOKEN_STEP));
  // Where motion is unwelcome the bar steps instead of moving.
  track.style.setProperty('--bs-bar-now', fraction.toFixed(3));
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
