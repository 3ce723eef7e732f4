import { BytespikeError } from '../base/errors.js';
import { createStore } from '../base/observable.js';
import type { ClientInternals } from '../client/internals.js';
import type { Asset } from '../outcome/asset.js';
import { lifeLeft } from '../outcome/link-life.js';
import { createImagePlace } from '../places/image-place.js';
import { callOf } from '../places/image-run.js';
import type { Wish } from '../places/image-wish.js';
import { endOf, historyOf } from '../records/conversation.js';
import { imageStore } from '../records/image-store.js';
import { taskStore } from '../records/task-store.js';
import { CONVERSATION_MODEL, type ConversationOptions, type ConversationRun, noConversation } from './states.js';
import { nextTurn, sameTurn, type TurnRequest } from './next-turn.js';
import { completed, readState, type Seen } from './turns.js';

/**
 * A conversation is the images of its turns, which are remembered as any others are, and two slots: how far the line
 * goes that is shown, and the turn that was asked for last. Whatever is lost, refused or found of it is the business
 * of the place that images have.
 */
export function createConversation(client: ClientInternals, { persist, model = CONVERSATION_MODEL, contextTurns = Infinity }: ConversationOptions, locks?: LockManager): ConversationRun {
  const records = imageStore(client);
  const store = taskStore(client);
  const end = store.slot(`conversation ${persist}`);
  const name = `turn ${persist}`;
  const last = store.slot(name);
  const place = createImagePlace<TurnRequest>(client, { persist: name }, send, locks);
  const chosen = new Map<string, number>();
  /** Of the conversation that is shown, or was until it went back to its beginning. */
  let id: string | undefined;
  let seen: Seen | undefined;
  /** Key of the turn that came last. */
  let come: string | undefined;
  const { get, set, subscribe } = createStore(noConversation, () => {
    const stops = [place.subscribe(update), store.subscribe(update)];
    update();
    return () => stops.forEach((stop) => stop());
  });

  function update(): void {
    const current = place.get();
    const key = last.get();
    // What came is the end of the line from now on, whoever saw it come; somebody may go back from it later.
    if (key !== come && current.status === 'success' && key !== undefined && records.get(key)?.snapshot.status === 'completed') {
      come = key;
      end.set(key);
    }
    seen = readState(records, { id, end: end.get(), last: key, current, chosen, contextTurns }, seen);
    id = seen.id;
    set(seen.state);
  }

  function send({ turn, ...request }: TurnRequest, wish: Wish): Promise<readonly Asset[]> {
    const history = historyOf(records.get, { request, turn }, (picture) => lifeLeft(picture, client.serverNow()) > 0);
    if (history === undefined) return Promise.reject(notThere());
    const { image, ...drawn } = request;
    const call = { ...callOf(wish), history };
    return image === undefined ? client.images.generate(drawn, call) : client.images.edit({ ...drawn, image }, call);
  }

  /** The line that is shown, up to here. */
  function go(to: string | undefined): void {
    place.reset();
    end.set(to);
    update();
  }

  return {
    get,
    initial: () => noConversation,
    subscribe,
    start() {
      const leave = place.start();
      update();
      return leave;
    },
    send(input) {
      update();
      id ??= client.createId();
      return place.generate(nextTurn(get().turns, input, { id, model, contextTurns }));
    },
    retry: async () => place.generate(sameTurn(get().turns, records.get)),
    choose(index) {
      chosen.set(get().turns.at(-1)?.key ?? '', index);
      update();
    },
    rewind: go,
    show(key) {
      const record = records.get(key);
      if (record !== undefined) go(endOf(completed(records, record.turn?.id), records.get, record).outTaskId);
    },
    cancel: place.cancel,
    reset() {
      chosen.clear();
      go(undefined);
      id = undefined;
      update();
    },
  };
}

function notThere(): BytespikeError {
  return new BytespikeError({
    code: 'invalid_param',
    field: 'history',
    message: 'A picture of this conversation cannot be read any more: its link has expired, or it went with the page that had it. So the conversation cannot be sent along, and nothing was sent. Send fewer turns along, or begin anew with a picture that you saved.',
  });
}
