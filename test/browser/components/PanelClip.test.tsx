import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { AssetViewer, type ReuseHandlers } from 'bytespike-react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPictures } from '../../../stories/support/uploads.js';
import { billable, closeGateways, panels, takeAMoment, visit } from './panel-support.js';
import { picture, setTheme } from './support.js';

const prompt = 'A kettle on the left';
const drawn = { kind: 'image', prompt, models: { image: 'gpt-image-2', video: 'veo-3.1-fast' } } as const;
const result = () => screen.getByRole('region', { name: 'Results' });
const shown = (kind: string) => waitFor(() => expect(result().querySelector(`.bs-figure[data-kind="${kind}"][data-state="shown"]`)).not.toBeNull());
const words = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' });
/** Its address, in the words of the form: nobody serves what is there, so that its picture does not stay. */
const firstFrame = () => document.querySelector('.bs-form-file')?.textContent.trim();
const kind = (name: string) => screen.getByRole('radio', { name });
const send = async () => {
  words().focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
};
async function press(name: string): Promise<void> {
  const button = await within(result()).findByRole('button', { name });
  button.focus();
  await userEvent.keyboard('{Enter}');
}

/** What of the records says what something was made of, oldest first. */
const parents = (): unknown[] =>
  Object.values({ ...localStorage })
    .filter((text) => text.includes('"parent"'))
    .map((text) => JSON.parse(text))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(({ request }) => request.parent);

beforeEach(() => {
  localStorage.clear();
  setTheme('light');
});
afterEach(closeGateways);

describe.each(panels)('the next clip, on $name', ({ name, GenerationPanel }) => {
  test('of a picture, and of a clip: the form is filled in, and nothing is made before its own button', async () => {
    const pictures = createPictures();
    const { gateway } = visit(name, <GenerationPanel defaultDraft={drawn} />, { fetchImage: pictures.fetch }, pictures.taking);
    await send();
    await shown('image');
    await press('Make a clip of it');
    await waitFor(() => expect(kind('Video')).toBeChecked());
    expect([words().value, billable(gateway)]).toEqual([prompt, ['/v1/images/generations']]);
    expect(firstFrame()).toEqual(expect.stringMatching(/\/uploads\/1$/));
    takeAMoment();
    await send();
    await shown('video');
    await press('Go on from the last frame');
    await waitFor(() => expect(firstFrame()).toEqual(expect.stringMatching(/\/uploads\/2$/)));
    takeAMoment();
    await send();
    await waitFor(() => expect(gateway.ledger.charges).toHaveLength(3));
    await waitFor(() => expect(parents()).toEqual([{ outTaskId: expect.any(String), index: 0 }, { outTaskId: expect.any(String), index: 0, seconds: expect.closeTo(2, 1) }]));
    expect(billable(gateway)).toEqual(['/v1/images/generations', '/v1/tasks/submit', '/v1/tasks/submit']);
  });

  test('of a result of before, by what stands below: its request, and its picture', async () => {
    const pictures = createPictures();
    const asset = { kind: 'image', url: await picture(96, 64) } as const;
    const request = { model: 'gpt-image-2', prompt: 'A mug of before', size: '1536x1024', seed: 7 };
    const below = ({ reuse }: { reuse: ReuseHandlers }) => <AssetViewer className="before" assets={[asset]} request={request} reuse={reuse} />;
    const { gateway } = visit(name, <GenerationPanel defaultDraft={{ ...drawn, prompt: 'Something else' }}>{below}</GenerationPanel>, { fetchImage: pictures.fetch }, pictures.taking);
    const before = within(document.querySelector<HTMLElement>('.before')!);
    (await before.findByRole('button', { name: 'Remix' })).click();
    await waitFor(() => expect(words()).toHaveFocus());
    expect([words().value, screen.getByRole('radio', { name: '3:2, wide' })]).toEqual(['A mug of before', expect.objectContaining({ checked: true })]);
    (await before.findByRole('button', { name: 'Make a clip of it' })).click();
    await waitFor(() => expect(kind('Video')).toBeChecked());
    expect(firstFrame()).toEqual(expect.stringMatching(/\/uploads\/1$/));
    expect(billable(gateway)).toEqual([]);
  });

  test('has no button where the panel makes no clips, and says so where there is no place for a frame', async () => {
    const { gateway, unmount } = visit(name, <GenerationPanel defaultDraft={drawn} kinds={['image']} />);
    await send();
    await shown('image');
    await within(result()).findByRole('button', { name: 'Remix' });
    expect(within(result()).queryByRole('button', { name: 'Make a clip of it' })).toBeNull();
    unmount();
    visit(name, <GenerationPanel defaultDraft={drawn} />, gateway);
    await send();
    await shown('image');
    await press('Make a clip of it');
    await waitFor(() => expect(result().querySelector('.bs-note')?.textContent).toMatch(/^There is no place here/));
    expect(kind('Image')).toBeChecked();
  });
});
