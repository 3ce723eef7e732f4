import { render, screen } from '@testing-library/react';
import { BytespikeProvider, TaskProgress } from 'bytespike-react';
import { expect, test } from 'vitest';
import { formatDuration, formatMoney } from '../../../src/react/format.js';
import { english } from '../../../src/react/words/english.js';
import { videoStates, withCalls } from '../../../stories/fixtures.js';

test('some words can be replaced, and the others stay', () => {
  render(
    <BytespikeProvider locale="de" messages={{ progress: { running: 'Wird gerendert', cancelBillable: (upTo) => `Abbrechen · bis ${upTo}` } }}>
      <TaskProgress task={withCalls(videoStates.running())} />
    </BytespikeProvider>,
  );
  expect(screen.getByRole('status').textContent).toBe('Wird gerendert');
  expect(screen.getByRole('button').textContent).toBe('Abbrechen · bis 0,21\u00a0$');
  expect(screen.getByText('Ready')).toBeTruthy();
});

test.each([
  [0.21, '$0.21'],
  [0.5, '$0.50'],
  [0.012, '$0.012'],
  [0.180001, '$0.18'],
  [1234.5, '$1,234.50'],
])('%d USD is %s', (usd, text) => {
  expect(formatMoney(usd, 'en')).toBe(text);
});

test.each([
  [-5, '0 s'],
  [59_499, '59 s'],
  [59_500, '1 min 0 s'],
  [194_000, '3 min 14 s'],
])('%d ms is %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds, 'en', english.units)).toBe(text);
});
