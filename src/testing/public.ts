// What both entries have in common, named once.
export type { GatewayClock } from './clock.js';
export { type Fault, type FaultKind, faultKinds } from './faults.js';
export { steering, type SteeringWord } from './steer.js';
export type {
  Charge,
  Dialect,
  Ledger,
  RequestRecord,
  SimulatedGateway,
  SimulatedGatewayOptions,
} from './types.js';
