'use client';

import { BatchGrid } from 'bytespike-react';
import { BatchForm } from 'bytespike-react/components/batch-form';
import { useBalance, useBatch, useModels } from 'bytespike-react/react-query';
import 'bytespike-react/styles/base.css';
import 'bytespike-react/styles/batch-form.css';
import 'bytespike-react/styles/batch-grid.css';

/** The form of many prompts by many models, and the contact sheet of what it began; both are there again after a reload under the same name. */
export function ManyAtOnce({ persist }: { persist: string }) {
  const batch = useBatch({ persist });
  const { catalog } = useModels();
  return (
    <>
      <BatchForm batch={batch} persist={persist} catalog={catalog} balance={useBalance()} />
      <BatchGrid batch={batch} catalog={catalog} />
    </>
  );
}
