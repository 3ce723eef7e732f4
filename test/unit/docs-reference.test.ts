import { readdirSync, readFileSync } from 'node:fs';
import * as library from 'bytespike-react';
import * as reactQuery from 'bytespike-react/react-query';
import { describe, expect, it } from 'vitest';
import { accessibility } from '../../.storybook/docs/accessibility.js';
import { readReference } from '../../.storybook/reference/index.js';
import { llmsFullText, llmsText, skillText } from '../../.storybook/reference/llms.js';

const reference = readReference();
const component = (name: string) => reference.components.find((each) => each.name === name)!;
const hook = (name: string) => reference.hooks.find((each) => each.name === name)!;

describe('what the sources say of themselves', () => {
  it('holds every component and hook that is exported', () => {
    const exported = Object.keys({ ...library, ...reactQuery });
    const components = exported.filter((name) => /^[A-Z][a-z]/.test(name) && name !== 'BytespikeError');
    expect(reference.components.map(({ name }) => name)).toEqual(components.sort());
    expect(reference.hooks.map(({ name }) => name)).toEqual(exported.filter((name) => /^use[A-Z]/.test(name)).sort());
  });

  it('says what each is, and what it takes', () => {
    const unsaid = [...reference.components, ...reference.hooks].filter(({ description }) => description === '');
    expect(unsaid.map(({ name }) => name)).toEqual([]);
    expect(reference.components.filter(({ props }) => props.length === 0)).toEqual([]);
  });

  it('reads props with their defaults, inherited ones as they are here', () => {
    expect(component('AssetViewer').props.find(({ name }) => name === 'loop')).toMatchObject({ type: 'boolean', required: false, default: 'true' });
    expect(component('TaskProgress').props.find(({ name }) => name === 'className')?.type).toBe('string | ((state: TaskProgressState) => string | undefined)');
    expect(component('TaskProgress').props[0]).toMatchObject({ name: 'task', required: true });
  });

  it('reads the attributes of every state, and who sets which custom property', () => {
    const { dataAttributes, customProperties } = component('TaskProgress');
    expect(dataAttributes.find(({ name }) => name === 'data-connection')?.values).toEqual(['idle', 'live', 'polling', 'reconnecting', 'offline']);
    expect(dataAttributes.find(({ name }) => name === 'data-stage')?.values).toEqual(['submitted', 'queued', 'running', 'ready']);
    expect(customProperties.find(({ name }) => name === '--bs-accent')?.set).toBe('theme');
    expect(customProperties.find(({ name }) => name === '--bs-bar-now')?.set).toBe('component');
  });

  it('reads the theme, high contrast and compact included', () => {
    const property = (name: string) => reference.customProperties.find((each) => each.name === name);
    expect(property('--bs-text')).toMatchObject({ value: expect.stringContaining('light-dark('), highContrast: expect.stringContaining('#000') });
    expect(property('--bs-unit')).toMatchObject({ value: '4px', compact: '3px' });
  });

  it('reads what a hook takes and returns', () => {
    expect(hook('useVideoTask').options.map(({ name }) => name)).toEqual(expect.arrayContaining(['taskId', 'persist']));
    expect(hook('useVideoTask').result.find(({ name }) => name === 'status')?.type).toBe('VideoTaskStatus');
    expect(hook('useModelRecommendation').result.map(({ name }) => name)).toEqual(expect.arrayContaining(['model', 'reasons', 'status']));
    expect(hook('useBalance').entries).toEqual(['bytespike-react/react-query', 'bytespike-react/swr']);
  });

  it('is a text for assistants too', () => {
    const text = llmsText(reference);
    for (const { name } of [...reference.components, ...reference.hooks]) expect(text).toContain(`### ${name}`);
    expect(text).toContain('- `loop?: boolean`');
    expect(text).toContain('useVideoTask({ persist');
  });

  it('is a text with every page of the package behind it, and a skill', () => {
    const full = llmsFullText(reference);
    expect(full.startsWith(llmsText(reference))).toBe(true);
    for (const page of ['README.md', ...readdirSync('docs').filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)]) {
      expect(full).toContain(readFileSync(page, 'utf8'));
    }
    const skill = skillText(reference);
    const [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(skill) ?? [];
    expect(head.split('\n').map((line) => line.split(': ')[0])).toEqual(['name', 'description']);
    // As much as the format takes.
    expect(head.split('\n')[1]?.length).toBeLessThan(1024);
    for (const { name } of [...reference.components, ...reference.hooks]) expect(body).toContain(`\`${name}\``);
  });
});

/** Files of stories, by the component that their title begins with. */
const files = readdirSync('stories', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.stories.tsx'));
const filesOf = (name: string) => files.filter((file) => new RegExp(`\\btitle: '${name}['/]`).test(readFileSync(`stories/${file}`, 'utf8')));

describe('the Storybook of a component', () => {
  // It renders nothing of its own.
  it.each(reference.components.map(({ name }) => name).filter((name) => name !== 'BytespikeProvider'))('%s has accessibility notes, and a sheet of all its stories', (name) => {
    expect(accessibility[name]?.length).toBeGreaterThan(0);
    const sheet = readFileSync(`stories/every-state/${name}.mdx`, 'utf8');
    const shown = [...sheet.matchAll(/from '\.\.\/([\w/-]+\.stories\.tsx)'/g)].map(([, path]) => path);
    expect(filesOf(name).length).toBeGreaterThan(0);
    expect(new Set(shown)).toEqual(new Set(filesOf(name)));
  });
});
