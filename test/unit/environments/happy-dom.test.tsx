// @vitest-environment happy-dom
import { journeys } from '../../support/dom-journey.js';

journeys();
