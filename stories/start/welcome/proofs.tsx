import { CostPreview } from 'bytespike-react';
import { useBalance, useCostEstimate, useVideoTask } from 'bytespike-react/react-query';
import type { Fault } from 'bytespike-react/testing';
import type { ReactNode } from 'react';
import { useSimulation } from '../../support/Simulation.js';
import { Proof, Try } from './Proof.js';
import { CLIP } from './request.js';

const answerLost: Fault = { kind: 'reset-after-body', on: 'POST /v1/tasks/submit' };

/** One clip, and how to ask for it; what goes wrong is in its state. */
function useClip() {
  const video = useVideoTask({ persist: 'proof' });
  return { video, make: () => video.generate(CLIP).catch(() => undefined) };
}

export function NeverTwice(): ReactNode {
  const { video, make } = useClip();
  const { gateway } = useSimulation().page;
  const cut = () => {
    gateway.inject(answerLost);
    return make();
  };
  return (
    <Proof title="Never paid twice" video={video} actions={<Try onTry={cut}>Generate, and cut the connection</Try>}>
      The gateway takes the order, and its answer is lost on the way. It is looked for under its key, and found: the same clip, paid once.
    </Proof>
  );
}

export function NeverLost(): ReactNode {
  const { video, make } = useClip();
  const { reload } = useSimulation();
  return (
    <Proof
      title="Never lost"
      video={video}
      actions={
        <>
          <Try onTry={make}>Generate</Try>
          <Try onTry={reload} disabled={video.status === 'idle'}>
            Reload the page
          </Try>
        </>
      }
    >
      Reload in the middle, or close the tab and come back: the clip is found again, with no database of yours.
    </Proof>
  );
}

export function CancelThatStops(): ReactNode {
  const { video, make } = useClip();
  return (
    <Proof title="A cancel that stops the bill" video={video} actions={<Try onTry={make}>Generate</Try>}>
      While it is queued a cancel is free. Once it renders, the button says up to how much, and what it came to is said after.
    </Proof>
  );
}

export function PriceBeforeAndAfter(): ReactNode {
  const { video, make } = useClip();
  const cost = useCostEstimate(CLIP);
  return (
    <Proof title="The price, before and after" video={video} actions={<Try onTry={make}>Generate</Try>}>
      <CostPreview cost={cost} request={CLIP} balance={useBalance()} />
    </Proof>
  );
}

export function SaysWhatItDoesNotKnow(): ReactNode {
  const { video, make } = useClip();
  return (
    <Proof title="No guess is told as a fact" video={video} actions={<Try onTry={make}>Generate where nothing can be found again</Try>}>
      A gateway without keys, and an answer that is lost: nobody can know whether it was billed. So it says that, and does not ask again by itself.
    </Proof>
  );
}
