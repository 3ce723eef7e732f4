import { createOpenAI } from '@ai-sdk/openai';
import { generateImage } from 'ai';

export const kind = 'image';
export const packages = ['ai', '@ai-sdk/openai'];

export function open({ baseUrl, apiKey, fetch }) {
  const openai = createOpenAI({ apiKey, baseURL: `${baseUrl}/v1`, fetch });
  return {
    async make({ model, prompt }) {
      const { images } = await generateImage({ model: openai.image(model), prompt });
      return images.map(({ base64 }) => base64);
    },
  };
}
