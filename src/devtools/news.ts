export const isStream = (response: Response): boolean => response.headers.get('content-type')?.includes('text/event-stream') ?? false;

/** The same answer, whose events are counted while somebody else reads them; `ended` is told of an error where there was one. */
export function counted(response: Response, event: () => void, ended: (error?: unknown) => void): Response {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let tail = '';
  const see = (bytes: Uint8Array) => {
    const lines = (tail + decoder.decode(bytes, { stream: true })).split(/\r\n|\r|\n/);
    tail = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data:')) event();
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          ended();
          return controller.close();
        }
        see(value);
        controller.enqueue(value);
      } catch (error) {
        ended(error);
        controller.error(error);
      }
    },
    cancel: (reason) => (ended(), reader.cancel(reason)),
  });
  return new Proxy(response, {
    get(target, name) {
      if (name === 'body') return body;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
