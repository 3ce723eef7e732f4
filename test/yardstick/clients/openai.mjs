import OpenAI from 'openai';

/** As its README has it: a failed request is sent again twice, without a key that would make it the same. */
export const kind = 'image';
export const packages = ['openai'];

export function open({ baseUrl, apiKey, fetch }) {
  const client = new OpenAI({ apiKey, baseURL: `${baseUrl}/v1`, fetch, dangerouslyAllowBrowser: true });
  return {
    async make({ model, prompt }) {
      const { data } = await client.images.generate({ model, prompt });
      return data.map(({ url, b64_json: bytes }) => url ?? bytes);
    },
  };
}
