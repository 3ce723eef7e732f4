import type { Environment } from '../base/environment.js';
import type { TaskSnapshot } from '../outcome/snapshot.js';
import type { Connection } from '../outcome/status.js';

/** What one tab tells the others of a task. Plain data: errors stay in the tab that has them. */
export interface SharedState {
  snapshot: TaskSnapshot | undefined;
  connection: Connection;
}

export interface TabMessage extends Partial<SharedState> {
  taskId: string;
  /** A tab that is looked at wants to know; a hidden leader then gives way. */
  ask?: true;
}

/** How tabs of one client speak with each other; open while a task of this one is followed. */
export interface TabChannel {
  post(message: TabMessage): void;
  /** Hears what is said of the task, until the result is called. */
  sit(taskId: string, hear: (message: TabMessage) => void): () => void;
  /** Whether the page is refused to speak, or to have locks: what is refused once is so for as long as the page lives. */
  isRefused(): boolean;
  refuse(): void;
}

export function createTabChannel(name: string, open: NonNullable<Environment['tabs']>['openChannel']): TabChannel {
  const seats = new Map<string, (message: TabMessage) => void>();
  let channel: BroadcastChannel | undefined;
  let isRefused = false;
  const refuse = () => void (isRefused = true);

  function leave(taskId: string): void {
    seats.delete(taskId);
    if (seats.size > 0) return;
    channel?.close();
    channel = undefined;
  }

  return {
    isRefused: () => isRefused,
    refuse,
    post(message) {
      try {
        channel?.postMessage(message);
      } catch {
        refuse();
      }
    },
    sit(taskId, hear) {
      try {
        channel ??= open(name);
      } catch {
        refuse();
        return () => {};
      }
      seats.set(taskId, hear);
      channel.onmessage = ({ data }: MessageEvent<TabMessage | null>) => data && seats.get(data.taskId)?.(data);
      return () => leave(taskId);
    },
  };
}
