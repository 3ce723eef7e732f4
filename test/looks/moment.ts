// The moment that every picture is of. It stands still before any story is imported: what a story makes then is of it too.
import { vi } from 'vitest';

vi.setSystemTime(new Date(2026, 10, 21, 14, 0));
