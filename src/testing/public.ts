// What both entries have in common, named once.
export type { GatewayClock } from './base/clock.js';
export { type Fault, type FaultKind, faultKinds } from './faults/faults.js';
export { steering, type SteeringWord } from './orders/steer.js';
export type {
  Charge,
  Dialect,
  Ledger,
  RequestRecord,
  SimulatedGateway,
  SimulatedGatewayOptions,
} from './simulation/types.js';
