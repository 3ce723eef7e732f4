import { type ReactNode, useId } from 'react';
import { formatPlain } from '../../react/format.js';
import type { BrushSizes, Tool } from './brush.js';
import { useMaskWords } from './words.js';

const TOOLS = ['brush', 'eraser', 'move'] as const;

/** Which tool, and how wide it is: native radio buttons and a native slider. */
export function BrushControls({ tool, size, sizes, onTool, onSize }: BrushControlsProps): ReactNode {
  const { locale, messages } = useMaskWords();
  const { mask: words } = messages;
  const name = useId();
  return (
    <>
      <fieldset className="bs-switch">
        <legend className="bs-hidden">{words.tools}</legend>
        {TOOLS.map((each) => (
          <label key={each}>
            <input type="radio" className="bs-hidden" name={name} checked={each === tool} onChange={() => onTool(each)} />
            <span>{words[each]}</span>
          </label>
        ))}
      </fieldset>
      <label className="bs-mask-size">
        <span>{words.size}</span>
        <input
          type="range"
          min={sizes.min}
          max={sizes.max}
          value={size}
          aria-valuetext={words.pixels(formatPlain(size, locale))}
          onChange={(event) => onSize(event.currentTarget.valueAsNumber)}
        />
      </label>
    </>
  );
}

interface BrushControlsProps {
  tool: Tool;
  /** Pixels of the picture. */
  size: number;
  sizes: BrushSizes;
  onTool: (tool: Tool) => void;
  onSize: (size: number) => void;
}
