import { type ClipboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { PROMPT_LIMIT } from '../../core/draft/index.js';
import { formatPlain } from '../../react/format.js';
import { useIsHydrated } from '../../react/region.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { knowsStyle } from '../absent.js';
import { Field } from './Field.js';
import { useFormWords } from './words.js';

/** From this part of the limit on, the limit is told. */
const NEAR = 0.8;

/** What to make, in words. */
export function PromptField({ kind, value, limit = PROMPT_LIMIT, hint, onChange }: PromptFieldProps): ReactNode {
  const { locale, messages } = useFormWords();
  const { form } = messages;
  const count = value.trim().length;
  const isNear = count >= limit * NEAR;
  const said = form.characters({ count: formatPlain(count, locale), limit: isNear ? formatPlain(limit, locale) : undefined, isOne: count === 1 });
  const counter = count === 0 ? undefined : (
    <span className="bs-form-counter" data-over={count > limit ? '' : undefined}>
      {said}
    </span>
  );
  return (
    <Field name="prompt" label={form.field('prompt', kind)} aside={counter} hint={hint}>
      {(control) => <Growing {...control} value={value} placeholder={form.promptExample(kind)} onText={onChange} />}
    </Field>
  );
}

interface PromptFieldProps {
  kind: GenerationKind;
  value: string;
  /** Characters. @default PROMPT_LIMIT */
  limit: number | undefined;
  hint: ReactNode;
  onChange: (value: string) => void;
}

/** Grows with what is typed, up to what the style sheet allows, also where `field-sizing` is not known. */
export function Growing({ onText, ...props }: { id: string; value: string; placeholder: string; rows?: number; onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void; onText: (text: string) => void }): ReactNode {
  const area = useRef<HTMLTextAreaElement>(null);
  const isHydrated = useIsHydrated();
  useLayoutEffect(() => {
    const typed = area.current?.value ?? props.value;
    if (!isHydrated && typed !== props.value) onText(typed);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what was typed, or put back by the browser, into an empty field before the page was taken over; in any other React has written by now
  }, []);
  useEffect(() => {
    const element = area.current;
    if (element === null || knowsStyle('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [props.value]);
  return <textarea rows={4} {...props} ref={area} className="bs-form-input bs-form-prompt" dir="auto" onChange={(event) => onText(event.target.value)} />;
}
