import type { Fields } from '../calls/fields.js';
import type { Trail } from '../calls/report.js';
import type { Match, Route } from '../calls/routes.js';
import type { UpstreamDraft } from '../upstream/upstream-request.js';
import type { Authorization } from '../users/authorize.js';
import type { TaskNames } from '../users/task-names.js';

/** A call of somebody who may make it, before its body is read. */
export interface Incoming extends Match {
  request: Request;
  decision: Authorization;
  names: TaskNames;
  trail: Trail;
}

/** What was read of a call: everything in it was checked or made here. */
export interface Draft extends UpstreamDraft {
  /** The row that holds for it, where that follows from the body. */
  route?: Route;
  model?: string;
  /** Of text, the model that makes the pictures in it. */
  drawsWith?: string | undefined;
  /** What is asked for, of a call that makes something. */
  fields?: Fields;
  /** Millionths of a US dollar that such a call costs at most; absent where that is not counted. */
  cost?: number | undefined;
  /** What the client calls this wish, as the gateway gets it of a task. */
  outTaskId?: string;
  /** The gateway's id of the task that it is about. */
  taskId?: string;
}

/** A call that was read. */
export interface Call extends Incoming {
  drafted: Draft;
}
