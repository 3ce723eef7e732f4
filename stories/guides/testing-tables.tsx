import { steering } from 'bytespike-react/testing';
import type { ReactNode } from 'react';
import { Table } from '../../.storybook/docs/Table.js';
import { scenarios } from '../support/scenarios.js';

export function SteeringWords(): ReactNode {
  return <Table caption="Words in a prompt" head={['Word', 'Effect']} rows={Object.entries(steering).map(([word, { effect }]) => [word, <code key="word">{word}</code>, effect])} />;
}

export function Scenarios(): ReactNode {
  return <Table caption="Networks in the toolbar" head={['Network', 'What goes on']} rows={Object.values(scenarios).map(({ title, effect }) => [title, title, effect])} />;
}
