import type { Fields } from '../base/fields.js';

// Answers are read field by field: one of another type than was asked for reads as absent, and costs
// only itself. Only what was written counts, whatever a page has added to all objects.

export function fieldIn(fields: Fields | undefined, name: string): unknown {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function textIn(fields: Fields | undefined, name: string): string | undefined {
  const value = fieldIn(fields, name);
  return typeof value === 'string' ? value : undefined;
}

/** An amount or a length: finite, and not below nothing. One that is written as text is as good. */
export function numberIn(fields: Fields | undefined, name: string): number | undefined {
  const value = fieldIn(fields, name);
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

export function listIn(fields: Fields | undefined, name: string): readonly unknown[] | undefined {
  const value = fieldIn(fields, name);
  return Array.isArray(value) ? value : undefined;
}

/** A list of texts and nothing else. */
export function textsIn(fields: Fields | undefined, name: string): readonly string[] | undefined {
  const list = listIn(fields, name);
  return list?.every((entry) => typeof entry === 'string') ? list : undefined;
}
