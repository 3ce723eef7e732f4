import { AssetViewer, BytespikeProvider, createClient, TaskProgress } from 'bytespike-react';
import { BytespikeDevtools, createDevtools } from 'bytespike-react/devtools';
import { useVideoTask } from 'bytespike-react/react-query';
import { createSimulatedGateway, type SimulatedGateway } from 'bytespike-react/testing';
import { useEffect, useState } from 'react';

/** A page in development: a gateway whose answers can be lost, a client that is watched, and the panel. */
export default function Devtools() {
  const [{ gateway, client, devtools }] = useState(develop);
  useEffect(() => () => gateway.dispose(), [gateway]);
  return (
    <BytespikeProvider client={client}>
      <div className="stack">
        <Clip />
        <BytespikeDevtools devtools={devtools} gateway={gateway} />
      </div>
    </BytespikeProvider>
  );
}

function develop() {
  const devtools = createDevtools({ fetch: (request) => gateway.fetch(request) });
  devtools.pace.set(20);
  const gateway: SimulatedGateway = createSimulatedGateway({ speed: devtools.speed, faults: [{ kind: 'reset-after-body', on: 'POST /v1/tasks/submit' }] });
  const client = createClient({ baseUrl: gateway.baseUrl, fetch: devtools.fetch, headers: { authorization: `Bearer ${gateway.apiKey}` }, storage: null });
  return { devtools, gateway, client };
}

function Clip() {
  const video = useVideoTask();
  const submit = () => void video.generate({ model: 'veo-3.1-fast', prompt: 'A sailing boat at sunset, pan left', durationSeconds: 4, aspectRatio: '16:9' }).catch(() => undefined);
  return (
    <>
      <div className="row">
        <button type="button" className="bs-button" onClick={submit}>
          Film it
        </button>
      </div>
      <div className="columns">
        <div className="bs-card">
          <AssetViewer assets={video.assets} task={video} />
        </div>
        <div className="bs-card">
          <TaskProgress task={video} onRetry={submit} />
        </div>
      </div>
    </>
  );
}
