import { BatchGrid } from 'bytespike-react';
import { type BatchDraft, BatchForm } from 'bytespike-react/components/batch-form';
import { useBalance, useBatch, useModels } from 'bytespike-react/react-query';

const shots: Partial<BatchDraft> = {
  kind: 'image',
  text: 'A {{colour}} kettle on a wooden table',
  rows: [{ colour: 'red' }, { colour: 'blue' }, { colour: 'green' }],
  models: { image: ['seedream-v5lite', 'nano-banana'] },
};

/** What is asked for, and below it what came of it: one batch, two components. */
export default function Many() {
  const batch = useBatch({ persist: 'products' });
  const { catalog } = useModels();
  return (
    <div className="stack">
      <BatchForm batch={batch} persist="products" defaultValue={shots} catalog={catalog} balance={useBalance()} />
      <BatchGrid batch={batch} catalog={catalog} />
    </div>
  );
}
