/**
 * The gateway's tasks for clients of other services: their calls become its own, and its answers theirs. What is no
 * good answer goes through as it came.
 */
export function shape({ baseUrl, apiKey, fetch }) {
  const call = async (path, body, change) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
    const text = await response.text();
    const init = { status: response.status, headers: { 'content-type': 'application/json' } };
    try {
      return new Response(JSON.stringify(change(JSON.parse(text))), init);
    } catch {
      return new Response(text, init);
    }
  };
  return {
    submit: (body, change) => call('/v1/tasks/submit', body, change),
    read: (id, change) => call('/v1/tasks/query', { task_id: id }, change),
  };
}

/** Where its result is, in either way in which the gateway says it. */
export const resultOf = ({ result, output }) => result?.video_url ?? output?.[0]?.url ?? undefined;

/** A call of the gateway's own, by hand: what is no good answer is an error. */
export const postTo = ({ baseUrl, apiKey, fetch }) => async (path, body) => {
  const response = await fetch(`${baseUrl}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
};
