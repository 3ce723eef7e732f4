import { Choice } from './Choice.js';

/** Aspect ratios (`16:9`) or sizes in pixels (`1024x1536`), each drawn as the shape that it is. */
export function Shapes({ values, value, onChange }: ShapesProps) {
  const options = values.map((each) => ({ value: each, content: <Shape value={each} /> }));
  return <Choice className="choice shapes" label="Shape" options={options} value={value} onChange={onChange} />;
}

export interface ShapesProps {
  values: readonly string[];
  value: string | undefined;
  onChange: (value: string) => void;
}

const LONGER_SIDE = 24;

function Shape({ value }: { value: string }) {
  const [width = 1, height = 1] = value.split(/[x:]/).map(Number);
  const scale = LONGER_SIDE / Math.max(width, height);
  return (
    <>
      <span className="shape" aria-hidden="true">
        <i style={{ inlineSize: width * scale, blockSize: height * scale }} />
      </span>
      {value.replace('x', '×')}
    </>
  );
}
