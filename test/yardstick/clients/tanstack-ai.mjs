import { generateImage } from '@tanstack/ai';
import { createOpenaiImage } from '@tanstack/ai-openai';

export const kind = 'image';
export const packages = ['@tanstack/ai', '@tanstack/ai-openai'];

export function open({ baseUrl, apiKey, fetch }) {
  return {
    async make({ model, prompt }) {
      const adapter = createOpenaiImage(model, apiKey, { baseURL: `${baseUrl}/v1`, fetch, dangerouslyAllowBrowser: true });
      const { images } = await generateImage({ adapter, prompt });
      return images.map(({ url, b64Json }) => url ?? b64Json);
    },
  };
}
