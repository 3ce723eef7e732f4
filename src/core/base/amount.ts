/** `0.04`, `"0.04"` and `"$0.04"` are the same amount. */
export function amountOf(value: unknown): number | undefined {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(/^\$/, '')) : value;
  return typeof amount === 'number' && Number.isFinite(amount) ? amount : undefined;
}
