// A browser reads bodies and files outside of this thread: time that a test moves has to wait for them.
let reading = 0;

/** Whether a body or a file is being read. */
export const isReading = (): boolean => reading > 0;

function counted(owner: object, name: string): void {
  const original = Reflect.get(owner, name) as (...call: unknown[]) => Promise<unknown>;
  Object.defineProperty(owner, name, {
    configurable: true,
    writable: true,
    async value(this: unknown, ...call: unknown[]) {
      reading++;
      try {
        return await original.apply(this, call);
      } finally {
        reading--;
      }
    },
  });
}

for (const owner of [Request.prototype, Blob.prototype]) for (const name of ['text', 'arrayBuffer', 'formData', 'json', 'blob']) if (name in owner) counted(owner, name);

// What a request carries ends by itself; an answer may be a stream that stays open.
const { get } = Object.getOwnPropertyDescriptor(Request.prototype, 'body')!;
Object.defineProperty(Request.prototype, 'body', {
  configurable: true,
  get(this: Request) {
    const body = get!.call(this) as ReadableStream | null;
    if (body !== null && !Object.hasOwn(body, 'getReader')) {
      const getReader = body.getReader.bind(body);
      Object.defineProperty(body, 'getReader', {
        value: () => {
          const reader = getReader();
          counted(reader, 'read');
          return reader;
        },
      });
    }
    return body;
  },
});
