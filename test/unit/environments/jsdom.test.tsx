// @vitest-environment jsdom
import { journeys } from '../../support/dom-journey.js';

journeys();
