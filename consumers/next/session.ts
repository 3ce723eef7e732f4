/** The session of whoever asks, which your app has already: here it is the name in a cookie. */
export async function currentUser({ headers }: { headers: Headers }): Promise<{ id: string } | undefined> {
  const [, id] = /(?:^|; )user=(\w+)/.exec(headers.get('cookie') ?? '') ?? [];
  return id === undefined ? undefined : { id };
}
