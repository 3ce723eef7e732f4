import { GenerateButton, GenerationPanel, useImageGeneration } from 'bytespike-react/react-query';
import { type ComponentType, type ReactNode, useEffect, useRef } from 'react';
import { Simulation, type SimulationProps } from '../../support/Simulation.js';
import { WhenNear } from '../../support/WhenNear.js';
import { Parts, toDocs } from './Parts.js';
import { CancelThatStops, NeverLost, NeverTwice, PriceBeforeAndAfter, SaysWhatItDoesNotKnow } from './proofs.js';
import './welcome.css';

const PROMPT = 'A red kettle on a wooden table at dawn, steam rising';
const FAST = 60;
/** Slow enough to be watched, and to be interrupted. */
const WATCHED = 4;

/** A page of its own, with a wallet of its own. */
const On = ({ children, ...simulation }: Partial<SimulationProps> & { children: ReactNode }) => (
  <Simulation flavour="react-query" scenario="fast" speed={WATCHED} {...simulation}>
    {children}
  </Simulation>
);

const PROOFS: readonly (readonly [ComponentType, Partial<SimulationProps>?])[] = [
  [NeverTwice],
  [NeverLost],
  [CancelThatStops],
  [PriceBeforeAndAfter],
  [SaysWhatItDoesNotKnow, { scenario: 'no-idempotency' }],
];

/** What the panel shows at once: asked for as its own place would, under the name of that. */
function Begun(): null {
  const { generate } = useImageGeneration({ persist: 'welcome:image' });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    generate({ model: 'gpt-image-2', prompt: PROMPT, size: '1536x1024' }).catch(() => undefined);
  }, [generate]);
  return null;
}

/** The front page. */
export function Welcome(): ReactNode {
  return (
    <div className="welcome">
      <header className="welcome-hero">
        <div>
          <p className="welcome-mark" aria-hidden="true" />
          <h1>Image and video generation for your React app</h1>
        </div>
        <div>
          <p className="welcome-lead">
            Hooks and components over one gateway: eighteen models, one key, one wallet. Nothing is paid twice, nothing paid is lost, and what
            it costs is said before and after.
          </p>
          <nav className="row" aria-label="Where to go">
            <a className="welcome-go" href={toDocs('start-quick-start')} target="_top">
              Quick start
            </a>
            <a href={toDocs('components-generationpanel')} target="_top">
              Components
            </a>
            <a href={toDocs('hooks-usevideotask')} target="_top">
              Hooks
            </a>
          </nav>
          <p className="welcome-note">Everything here runs on a simulated gateway in this page: no key, no server, no money.</p>
        </div>
      </header>

      <section aria-labelledby="welcome-live">
        <h2 id="welcome-live">Try it</h2>
        <On speed={FAST}>
          <Begun />
          <GenerationPanel persist="welcome" defaultDraft={{ kind: 'image', prompt: PROMPT, models: { image: 'gpt-image-2' }, aspectRatio: '3:2' }} />
        </On>
      </section>

      <section aria-labelledby="welcome-promises">
        <h2 id="welcome-promises">Five promises, to be tried</h2>
        <div className="welcome-proofs">
          {PROOFS.map(([Proof, simulation], index) => (
            <On key={index} {...simulation}>
              <Proof />
            </On>
          ))}
        </div>
      </section>

      <section aria-labelledby="welcome-parts">
        <h2 id="welcome-parts">Parts that stand by themselves</h2>
        <On>
          <WhenNear height="460px">
            <Parts />
          </WhenNear>
        </On>
      </section>

      <section aria-labelledby="welcome-ways">
        <h2 id="welcome-ways">Three ways in</h2>
        <div className="welcome-ways">
          <article className="bs-card">
            <h3>A button</h3>
            <p>One line. Until somebody points at it, it is 9 to 10 kB of your page.</p>
            <pre tabIndex={0}>{'<GenerateButton onAsset={setCover}>\n  Make a cover\n</GenerateButton>'}</pre>
            <On>
              <GenerateButton kinds={['image']}>Make a cover</GenerateButton>
            </On>
          </article>
          <article className="bs-card">
            <h3>Parts</h3>
            <p>A panel, or the form, the picker, the progress and the viewer alone, in your own layout.</p>
            <pre tabIndex={0}>{'<GenerationPanel persist="studio" />\n\n<AssetViewer\n  assets={video.assets}\n  task={video}\n/>\n<TaskProgress task={video} />'}</pre>
            <a href={toDocs('components-generationpanel')} target="_top">
              All components
            </a>
          </article>
          <article className="bs-card">
            <h3>Hooks</h3>
            <p>On TanStack Query or SWR, with no component of ours: the state of a generation, and what can be done with it.</p>
            <pre tabIndex={0}>{"const video = useVideoTask({\n  persist: 'clip',\n});\nawait video.generate({ model, prompt });"}</pre>
            <a href={toDocs('hooks-usevideotask')} target="_top">
              All hooks
            </a>
          </article>
        </div>
      </section>
    </div>
  );
}
