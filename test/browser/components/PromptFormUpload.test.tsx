import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BytespikeError, BytespikeProvider, type Client, createClient, PromptForm, type UploadedPicture, type UploadSettings } from 'bytespike-react';
import { messages as german } from 'bytespike-react/locales/de';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pngOf } from '../../support/png.js';

const onSubmit = vi.fn<(request: object, call: string) => void>();
const upload = vi.fn<(file: Blob, settings: UploadSettings) => Promise<UploadedPicture>>();
const uploaded: UploadedPicture = { url: 'https://files.example.com/1.png', type: 'image/png', bytes: 1, expiresAt: 0 };

/** A client of a proxy that says that it offers this. */
async function clientOf(offers: string): Promise<Client> {
  const headers = { 'x-bytespike-offers': offers };
  const client = createClient({ baseUrl: 'https://app.test/api', storage: null, fetch: async () => Response.json({ data: [] }, { headers }) });
  await client.models();
  return { ...client, upload: upload as Client['upload'] };
}

async function show(offers = 'uploads', props: { locale?: string; messages?: typeof german; before?: Client } = {}) {
  const { before = await clientOf(offers), ...words } = props;
  return render(
    <BytespikeProvider client={before} {...words}>
      <PromptForm onSubmit={onSubmit} defaultValue={{ kind: 'video', prompt: 'a lighthouse', models: { video: 'veo-3.1-fast' } }} />
    </BytespikeProvider>,
  );
}

const picker = () => document.querySelector<HTMLInputElement>('input[type=file]')!;
const go = () => document.querySelector<HTMLButtonElement>('button[type=submit]')!;
const photo = async () => new File([await pngOf(4, 4)], 'a.png', { type: 'image/png' });

beforeEach(() => {
  onSubmit.mockReset();
  upload.mockReset().mockResolvedValue(uploaded);
});

describe('a form behind a proxy with a place for pictures', () => {
  it('uploads a first frame when it is submitted, and not before', async () => {
    await show();
    await userEvent.upload(picker(), await photo());
    expect(upload).not.toHaveBeenCalled();
    await userEvent.click(go());
    await waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
    expect(onSubmit.mock.calls[0]).toMatchObject([{ model: 'veo-3.1-fast', imageUrl: uploaded.url }, 'video']);
  });

  it('takes what is large, and HEIC, which is made ready on the way', async () => {
    await show();
    const file = new File([new Uint8Array(21 * 1024 * 1024)], 'IMG_1.HEIC', { type: 'image/heic' });
    await userEvent.upload(picker(), file, { applyAccept: false });
    await userEvent.click(go());
    await waitFor(() => expect(upload).toHaveBeenCalledOnce());
  });

  it('says how far it is, is cancelled by a button, and can be sent again', async () => {
    let settings: UploadSettings = {};
    upload.mockImplementationOnce((_, given) => {
      settings = given;
      return new Promise((_resolve, reject) => given.signal?.addEventListener('abort', () => reject(new BytespikeError({ code: 'aborted', message: 'Stopped.' }))));
    });
    await show();
    await userEvent.upload(picker(), await photo());
    await userEvent.click(go());
    await screen.findByText('Preparing the picture');
    act(() => settings.onProgress?.(0.4));
    await screen.findByText('Uploading the picture: 40%');
    expect(screen.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('Uploading the picture: 40%');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel the upload' }));
    await waitFor(() => expect(go().textContent).toContain('Generate'));
    expect([settings.signal?.aborted, onSubmit.mock.calls.length, document.querySelector('.bs-form-issue')]).toEqual([true, 0, null]);
    await userEvent.click(go());
    await waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
  });

  it.each([
    [{ code: 'unsupported_image', field: 'heic' }, /This is a HEIC picture/, /Das ist ein HEIC-Bild/],
    [{ code: 'unsupported_image' }, /no picture that can be used/, /lässt sich nicht verwenden/],
    [{ code: 'upload_limit', retryAt: Date.UTC(2026, 0, 1) }, /You sent many pictures. Try again at /, /Versuchen Sie es ab /],
    [{ code: 'offline' }, /You are offline/, /Sie sind offline/],
    [{ code: 'network_error' }, /could not be uploaded/, /nicht hochgeladen/],
  ] as const)('says in the language of the page why it failed: %o', async (init, english, words) => {
    for (const [text, props] of [[english, {}], [words, { locale: 'de', messages: german }]] as const) {
      upload.mockReset().mockRejectedValue(new BytespikeError({ message: 'Refused.', ...init }));
      const { unmount } = await show('uploads', props);
      await userEvent.upload(picker(), await photo());
      await userEvent.click(go());
      await screen.findByText(text);
      unmount();
    }
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('takes files as soon as the proxy has said so, and none where it has no place', async () => {
    let offers = '';
    const client = createClient({ baseUrl: 'https://app.test/api', storage: null, fetch: async () => Response.json({ data: [] }, { headers: { 'x-bytespike-offers': offers } }) });
    await client.models();
    await show('', { before: client });
    expect(picker()).toBeNull();
    offers = 'image-idempotency, direct-uploads';
    await act(async () => void (await client.models()));
    expect(picker()).not.toBeNull();
  });
});
