import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { WorkloadWriter } from './store/WorkloadWriter';
import type { ClusterFollower } from './upstream/ClusterFollower';

export interface FollowOptions {
  follower: ClusterFollower;
  writer: WorkloadWriter;
  logger: LoggerService;
  /** Milliseconds until the turn is over. */
  turnMs: number;
  watchSeconds: number;
  /** The longest rest after a fault, in milliseconds. */
  restMs?: number;
  signal: AbortSignal;
}

/** Changes within so many milliseconds are written at once. */
const GATHER_MS = 500;

const FIRST_REST_MS = 1_000;

/**
 * Follows one cluster for a turn: lists what is not known, then watches, and writes what changes. A fault is written down
 * and followed by a rest; it never ends the turn of the other clusters.
 *
 * @returns how many workloads the cluster holds
 */
export async function followCluster(options: FollowOptions): Promise<number> {
  const { follower, writer, logger, turnMs, watchSeconds, signal } = options;
  const end = Date.now() + turnMs;
  const left = () => end - Date.now();
  let rest = FIRST_REST_MS;
  let items = 0;
  let toldHomeless = false;
  const write = async () => {
    const { workloads, homeless } = follower.workloads();
    await writer.write(workloads, follower.problems());
    items = workloads.length;
    if (homeless.length > 0 && !toldHomeless) {
      toldHomeless = true;
      logger.warn(
        `${follower.cluster} has ${homeless.length} workloads of a service without an environment, for example ${homeless[0]}: label them`,
      );
    }
  };

  writer.forget();
  do {
    try {
      await follower.catchUp();
      await write();
      const seconds = Math.min(watchSeconds, left() / 1000);
      if (seconds > 0 && !signal.aborted) {
        await watch(follower, seconds, signal, write);
        rest = FIRST_REST_MS;
      }
    } catch (error) {
      if (signal.aborted) {
        break;
      }
      logger.warn(
        `Kubernetes cluster ${follower.cluster} could not be followed: ${stringifyError(error)}`,
      );
      follower.restart();
      await writer.fail(error);
      const pause = Math.min(rest, Math.max(left(), 0));
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      rest = Math.min(rest * 2, options.restMs ?? 10_000);
    }
  } while (left() > 0 && !signal.aborted);
  return items;
}

/** Watches for a while; writes on the way what changes, a moment after it did, and never twice at once. */
async function watch(
  follower: ClusterFollower,
  seconds: number,
  signal: AbortSignal,
  write: () => Promise<void>,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let failure: unknown;
  const onChange = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(write).catch(error => {
        failure ??= error;
      });
    }, GATHER_MS);
  };
  try {
    await follower.watch(seconds, signal, onChange);
  } finally {
    clearTimeout(timer);
    await writing;
  }
  if (failure) {
    throw failure;
  }
  if (!signal.aborted) {
    await write();
  }
}
