import type { ReactNode } from 'react';
import type { Shape } from '../../core/draft/index.js';
import type { GenerationKind } from '../../react/words/parts.js';
import { useOwnStyle } from '../own-style.js';
import { valueText } from './change-text.js';
import { Options } from './Options.js';
import { useFormWords } from './words.js';

/** Shapes to choose from, each drawn as what it is; and where an image comes in several sizes of one shape, those. */
export function Shapes({ kind, shapes, ratio, size, onRatio, onSize }: ShapesProps): ReactNode {
  const words = useFormWords();
  const { form } = words.messages;
  const sizes = shapes.find((shape) => shape.ratio === ratio)?.sizes ?? [];
  return (
    <>
      <Options
        name="aspectRatio"
        label={form.field('aspectRatio', kind)}
        look="shapes"
        value={ratio}
        onChange={onRatio}
        options={shapes.map((shape) => ({
          value: shape.ratio,
          content: <Outline ratio={shape.ratio} />,
          name: form.shape({ ratio: shape.ratio, outline: outlineOf(shape.ratio) }),
        }))}
      />
      {sizes.length > 1 && (
        <Options
          name="size"
          label={form.field('size', kind)}
          value={size}
          onChange={onSize}
          options={sizes.map((each) => ({ value: each, content: valueText(each, words) }))}
        />
      )}
    </>
  );
}

interface ShapesProps {
  kind: GenerationKind;
  shapes: readonly Shape[];
  ratio: string | undefined;
  size: string | undefined;
  onRatio: (ratio: string) => void;
  onSize: (size: string) => void;
}

/** Pixels of the longer side. */
const LONGER_SIDE = 24;

function Outline({ ratio }: { ratio: string }): ReactNode {
  const [width, height] = sidesOf(ratio);
  const scale = LONGER_SIDE / Math.max(width, height);
  const style = useOwnStyle({ inlineSize: width * scale, blockSize: height * scale });
  return (
    <>
      <span className="bs-form-outline" aria-hidden="true">
        <i style={style} />
      </span>
      <span>{ratio}</span>
    </>
  );
}

function sidesOf(ratio: string): [number, number] {
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  return [width, height];
}

function outlineOf(ratio: string): 'wide' | 'tall' | 'square' {
  const [width, height] = sidesOf(ratio);
  if (width === height) return 'square';
  return width > height ? 'wide' : 'tall';
}
