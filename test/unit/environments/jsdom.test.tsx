// @vitest-environment jsdom
import { journeys } from '../../support/dom-journey.js';
// The test that the guide shows, which runs with those of this file.
import 'block:docs/testing.md:0.tsx';

journeys();
