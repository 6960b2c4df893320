import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { BuildLogLine } from '@shopstack/plugin-builds-common';
import {
  type AwsArn,
  AwsConnections,
  faultError,
  UpstreamError,
} from '@shopstack/plugin-kit-node';
import type { LogStretch } from '../../service/ExecutorProject';
import { toLogLines } from './logMapping';

type Sdk = typeof import('@aws-sdk/client-cloudwatch-logs');

/** The SDK is loaded when somebody opens a log. */
function loadSdk(): Sdk {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@aws-sdk/client-cloudwatch-logs') as Sdk;
}

const UPSTREAM = 'CloudWatch Logs';

/** CloudWatch may answer pages without events between others; so many are skipped in one answer. */
const MOST_EMPTY_PAGES = 5;

/**
 * GetLogEvents has a limit for each account and region that cannot be raised, shared with everybody else who reads
 * logs there (service quotas of CloudWatch Logs), so the portal takes a small part of it.
 */
const RATE = { ratePerSecond: 5, burst: 20 };

export interface LogClientOptions {
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
}

/** A stream of a log group, in the account and region of the project. */
export interface LogPlace {
  project: AwsArn;
  group: string;
  stream: string;
}

/** Reads log streams of CloudWatch Logs. Every method throws UpstreamError for every fault. */
export class LogClient {
  readonly #connections: AwsConnections<CloudWatchLogsClient>;

  constructor(options: LogClientOptions) {
    this.#connections = new AwsConnections({
      ...options,
      ...RATE,
      upstream: UPSTREAM,
      create: settings => new (loadSdk().CloudWatchLogsClient)(settings),
    });
  }

  /**
   * What follows a token, `''` being the beginning. The end is where the same token comes back. Answers undefined while
   * there is no stream yet, or no more.
   */
  async read(place: LogPlace, token: string): Promise<LogStretch | undefined> {
    try {
      return await this.#readOn(place, token);
    } catch (error) {
      if (error instanceof UpstreamError && error.fault === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }

  async #readOn(place: LogPlace, token: string): Promise<LogStretch> {
    let from = token;
    for (let empty = 0; empty < MOST_EMPTY_PAGES; empty += 1) {
      const { events, nextForwardToken } = await this.#page(place, {
        // Also with a token: without it the same page comes back for ever.
        startFromHead: true,
        nextToken: from || undefined,
      });
      if (!Array.isArray(events) || typeof nextForwardToken !== 'string') {
        throw faultError('malformed', UPSTREAM, new Error('No events'));
      }
      const lines = toLogLines(events);
      const atEnd = nextForwardToken === from;
      from = nextForwardToken;
      if (lines.length > 0 || atEnd) {
        return { lines, next: from, atEnd };
      }
    }
    return { lines: [], next: from, atEnd: false };
  }

  /** The last lines. */
  async tail(place: LogPlace, lines: number): Promise<BuildLogLine[]> {
    const { events } = await this.#page(place, {
      startFromHead: false,
      limit: lines,
    });
    return toLogLines(events).slice(-lines);
  }

  async #page(
    { project, group, stream }: LogPlace,
    query: { startFromHead: boolean; nextToken?: string; limit?: number },
  ) {
    const { GetLogEventsCommand } = loadSdk();
    return this.#connections.read(project, (client, abortSignal) =>
      client.send(
        new GetLogEventsCommand({
          logGroupName: group,
          logStreamName: stream,
          ...query,
        }),
        { abortSignal },
      ),
    );
  }
}
