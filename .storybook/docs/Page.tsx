import reference from 'virtual:reference';
import { Controls, Description, DocsContext, Markdown, Primary, Subtitle, Title } from '@storybook/addon-docs/blocks';
import { type ReactNode, useContext } from 'react';
import { codeOf, flavourOf } from '../../stories/support/examples.js';
import { accessibility } from './accessibility.js';
import { componentNamed, isSimple, nameOf } from './arg-types.js';
import { useGlobals } from './globals.js';
import { CustomProperties, DataAttributes, HookTables, Members } from './reference.js';
import { Snippet } from './Snippet.js';
import type { ComponentReference, HookReference } from '../reference/types.js';

/** The page of a component, a hook or a recipe: what it is, the thing itself, and what its source says. */
export function Page(): ReactNode {
  const { example, playground, component, hook } = useSubject();
  const about = component?.description ?? hook?.description;
  return (
    <>
      <Title />
      <Subtitle />
      {about === undefined ? <Description /> : <Markdown>{about}</Markdown>}
      {component !== undefined && <Snippet>{component.entries.map((entry) => `import { ${component.name} } from '${entry}';`).join('\n')}</Snippet>}
      {hook !== undefined && <Snippet>{hook.entries.map((entry) => `import { ${hook.name} } from '${entry}';`).join('\n')}</Snippet>}
      <Primary />
      {example !== undefined && <Code of={example} />}
      {component !== undefined && playground && (
        <div className="bs-docs-scroll">
          <Controls include={component.props.filter(isSimple).map(({ name }) => name)} />
        </div>
      )}
      {component !== undefined && <ComponentTables of={component} />}
      {hook !== undefined && <HookTables of={hook} />}
    </>
  );
}

/** The whole code of the page's example, in the flavour of the toolbar. */
function Code({ of }: { of: string }): ReactNode {
  const { channel } = useContext(DocsContext);
  const flavour = flavourOf(useGlobals(channel));
  return (
    <>
      <h2 id="code">{flavour === 'swr' ? 'Its code, on SWR' : 'Its code, on TanStack Query'}</h2>
      <Snippet>{codeOf(of, flavour)}</Snippet>
    </>
  );
}

interface Subject {
  /** Name of the example that its stories show. */
  example: string | undefined;
  playground: boolean;
  component: ComponentReference | undefined;
  hook: HookReference | undefined;
}

/** What the page's stories are of: a component by the component that they name, a hook by their title. */
function useSubject(): Subject {
  const { componentStories } = useContext(DocsContext);
  const [first] = componentStories();
  const [section, name] = first?.title.split('/') ?? [];
  const example: unknown = first?.parameters['example'];
  return {
    example: typeof example === 'string' ? example : undefined,
    playground: first?.name === 'Playground',
    component: section === 'Components' ? (componentNamed(nameOf(first?.component)) ?? componentNamed(name)) : undefined,
    hook: reference.hooks.find((hook) => hook.name === name),
  };
}

function ComponentTables({ of }: { of: ComponentReference }): ReactNode {
  const notes = accessibility[of.name] ?? [];
  return (
    <>
      <h2 id="props">Props</h2>
      <Members caption={`Props of ${of.name}`} of={of.props} />
      {notes.length > 0 && (
        <>
          <h2 id="accessibility">Accessibility</h2>
          <Markdown>{notes.map((note) => `- ${note}`).join('\n')}</Markdown>
        </>
      )}
      {of.dataAttributes.length > 0 && (
        <>
          <h2 id="data-attributes">Data attributes</h2>
          <DataAttributes of={of} />
        </>
      )}
      {of.customProperties.length > 0 && (
        <>
          <h2 id="custom-properties">Custom properties</h2>
          <CustomProperties of={of} />
        </>
      )}
      {of.classes.length > 0 && (
        <>
          <h2 id="classes">Classes</h2>
          <p>A rule of yours that is in no layer, or a utility class, wins over the component’s own rules for these.</p>
          <p>
            {of.classes.map((name) => (
              <span key={name}>
                <code>.{name}</code>{' '}
              </span>
            ))}
          </p>
        </>
      )}
    </>
  );
}
