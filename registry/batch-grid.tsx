'use client';

import { BatchGrid, type BatchInput } from 'bytespike-react';
import { useBatch } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/batch-grid.css';

/** Many prompts by many models as a contact sheet, with the price of all before it begins; it is there again after a reload under the same name. */
export function Batch({ persist, input }: { persist: string; input: BatchInput }) {
  const batch = useBatch({ persist });
  const price = batch.preview(input);
  const isFree = batch.status !== 'running' && batch.status !== 'paused';
  return (
    <>
      <button type="button" className="bs-button" disabled={!isFree || price === undefined || price.shortfall > 0 || price.problems.length > 0} onClick={() => void batch.begin(input)}>
        Make {price?.cells} for {price?.exact ? '' : 'up to '}${price?.max.toFixed(2)}
      </button>
      <BatchGrid batch={batch} />
    </>
  );
}
