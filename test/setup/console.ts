import { afterEach, beforeEach, expect, vi } from 'vitest';

// A test that makes the console speak fails: a warning that a user would see is a defect.
const LEVELS = ['error', 'warn'] as const;

beforeEach(() => {
  for (const level of LEVELS) vi.spyOn(console, level);
});

afterEach(() => {
  for (const level of LEVELS) {
    const calls = vi.mocked(console[level]).mock.calls;
    vi.mocked(console[level]).mockRestore();
    expect(calls, `unexpected console.${level}`).toEqual([]);
  }
});
