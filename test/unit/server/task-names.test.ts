import { describe, expect, it, vi } from 'vitest';
import { createSigner } from '../../../src/server/base/signature.js';
import { createOwnership, namespaceOf } from '../../../src/server/users/ownership.js';
import { createTaskNames } from '../../../src/server/users/task-names.js';

const ownership = createOwnership(createSigner(['a secret of the tests, long enough']));
const namesOf = (userId = 'ann') => createTaskNames(ownership, userId);
const TASK = 'task_0123456789';

describe('an id that a user was given', () => {
  it('is theirs alone, whole, and of this kind', async () => {
    const id = await ownership.seal('ann', { taskId: TASK, model: 'm' });
    expect(await ownership.open('ann', id)).toEqual({ taskId: TASK, model: 'm' });
    expect(await ownership.open('ann', await ownership.seal('ann', { taskId: TASK }))).toEqual({ taskId: TASK, model: undefined });
    for (const wrong of [`${id}.`, `${id}.more`, id.slice(0, -1), id.split('.')[0]!, '', '.', `x${id}`]) expect(await ownership.open('ann', wrong)).toBeUndefined();
    expect(await ownership.open('bob', id)).toBeUndefined();
    const odd = await ownership.seal('ann', { taskId: 'no id, with blanks' });
    expect(await ownership.open('ann', odd)).toBeUndefined();
  });
});

describe('the name of a user before each of their keys', () => {
  it('is the same for good: a submit that is repeated after an update is still known', async () => {
    expect(await namespaceOf('ann')).toMatch(/^[\w-]{22}\.$/);
    expect(await namesOf().toGatewayName('bs_1')).toBe(`${await namespaceOf('ann')}bs_1`);
  });

  it('is worked out once, and remembered of so many users alone', async () => {
    vi.resetModules();
    const { namespaceOf: fresh } = await import('../../../src/server/users/ownership.js');
    const digest = vi.spyOn(crypto.subtle, 'digest');
    const asked = async (...users: string[]) => {
      digest.mockClear();
      for (const user of users) await fresh(user);
      return digest.mock.calls.length;
    };
    const others = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `user-${from + index}`);
    expect(await asked('ann', 'ann')).toBe(1);
    expect(await asked(...others(1, 10_000))).toBe(9999);
    expect(await asked('ann', 'user-9999')).toBe(0);
    expect(await asked('one more', 'ann')).toBe(2);
    digest.mockRestore();
  });
});

describe('an answer as its user sees it', () => {
  it('has the user’s names in the place of the gateway’s, however deep, and of no other field', async () => {
    const namespace = await namespaceOf('ann');
    const id = await ownership.seal('ann', { taskId: TASK, model: 'm' });
    const value = { task_id: TASK, out_task_id: `${namespace}bs_1`, list: [{ task_id: TASK }, TASK, 7, null], count: 1, done: true, task_ids: 'task_other' };
    expect(await namesOf().toClient(value, 'm')).toEqual({ task_id: id, out_task_id: 'bs_1', list: [{ task_id: id }, id, 7, null], count: 1, done: true, task_ids: 'task_other' });
  });

  it('is without what is no id, or not of this user', async () => {
    for (const task_id of [7, '', 'with blank', null, {}]) expect(await namesOf().toClient({ task_id, status: 'running' }, undefined)).toEqual({ status: 'running' });
    for (const out_task_id of [7, 'bs_1', `${await namespaceOf('bob')}bs_1`, null]) expect(await namesOf().toClient({ out_task_id }, undefined)).toEqual({});
    const odd = (await namesOf().toClient(JSON.parse('{"__proto__":{"a":1},"b":2}'), undefined)) as object;
    expect([Object.keys(odd), Object.getPrototypeOf(odd) === Object.prototype]).toEqual([['b'], true]);
  });

  it('names its task beside however many that are none', async () => {
    const odd = Array.from({ length: 30 }, (_, index) => ({ task_id: `no id ${index}` }));
    expect(await namesOf().toClient([...odd, { task_id: TASK }], undefined)).toEqual([...odd.map(() => ({})), { task_id: await ownership.seal('ann', { taskId: TASK }) }]);
  });

  it('is looked up and written by one id for one task', async () => {
    const names = namesOf();
    const id = await ownership.seal('ann', { taskId: TASK });
    expect(await names.toGatewayTask(id)).toEqual({ taskId: TASK, model: undefined });
    // Sealed without a model: the id that the user has is the one that comes back.
    expect(await names.toClient({ task_id: TASK }, 'm')).toEqual({ task_id: id });
    await expect(names.toGatewayTask('wrong')).rejects.toMatchObject({ init: { status: 404, code: 'task_not_found' } });
  });
});

describe('words of the gateway', () => {
  const known = async (taskId = TASK) => {
    const names = namesOf();
    const { task_id: id } = (await names.toClient({ task_id: taskId }, undefined)) as { task_id: string };
    return { names, id };
  };

  it('have the user’s name in the place of one that stands by itself', async () => {
    const { names, id } = await known();
    expect(names.hide(`No task ${TASK}. See "${TASK}", (${TASK})!`)).toBe(`No task ${id}. See "${id}", (${id})!`);
    expect(names.hide(`${TASK} ${TASK}`)).toBe(`${id} ${id}`);
    for (const other of [`x${TASK}`, `${TASK}x`, `-${TASK}`, `${TASK}-1`, `${TASK}.mp4`, `/v/${TASK}`, `https://cdn.example/${TASK}`]) expect(names.hide(`See ${other} there`)).toBe(`See ${other} there`);
    expect(names.hide('Nothing of it.')).toBe('Nothing of it.');
  });

  it('have the key that the user chose in the place of the one that went up', async () => {
    const names = namesOf();
    const name = await names.toGatewayName('bs_1');
    expect(names.hide(`There is ${name} already`)).toBe('There is bs_1 already');
  });

  it('keep a name that is short enough to be an ordinary word', async () => {
    for (const [taskId, isHidden] of [['1234567', false], ['12345678', true]] as const) {
      const { names, id } = await known(taskId);
      expect(names.hide(`No ${taskId} here`)).toBe(`No ${isHidden ? id : taskId} here`);
    }
  });

  it('hide every name in them, a point in a name being a point', async () => {
    const names = namesOf();
    const both = (await names.toClient([{ task_id: 'task.aaaaaaa' }, { task_id: 'task_bbbbbbb' }], undefined)) as [{ task_id: string }, { task_id: string }];
    expect(names.hide('task.aaaaaaa task_bbbbbbb taskxaaaaaaa')).toBe(`${both[0].task_id} ${both[1].task_id} taskxaaaaaaa`);
  });

  it('in an answer are read where they are prose: not an address, not a value of one word, nothing longer than a message', async () => {
    const { names, id } = await known();
    const shown = async (text: string) => ((await names.toClient({ text }, undefined)) as { text: string }).text;
    expect(await shown(`No ${TASK} here`)).toBe(`No ${id} here`);
    expect(await shown(`https://a.example/?q=a b ${TASK}`)).toBe(`https://a.example/?q=a b ${TASK}`);
    expect(await shown(`is:${TASK}`)).toBe(`is:${TASK}`);
    expect(await shown(TASK)).toBe(id);
    const long = (length: number) => `${'a '.repeat(16_384).slice(0, length - TASK.length - 1)} ${TASK}`;
    expect([long(16_384).length, (await shown(long(16_384))).includes(id), (await shown(long(16_385))).includes(id)]).toEqual([16_384, true, false]);
  });
});
