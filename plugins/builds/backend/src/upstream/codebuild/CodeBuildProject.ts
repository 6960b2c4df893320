import type {
  BuildLogLine,
  BuildReport,
} from '@shopstack/plugin-builds-common';
import {
  type AwsArn,
  type AwsConsoleAccess,
  faultError,
} from '@shopstack/plugin-kit-node';
import type {
  ExecutorProject,
  HistoryRest,
  HistoryStretch,
  KnownBuilds,
  LogStretch,
  ProjectFacts,
  ReadBuild,
} from '../../service/ExecutorProject';
import { BATCH_SIZE, type Batcher, type BatchTicket } from './Batcher';
import type { CodeBuildClient } from './CodeBuildClient';
import { projectUrl } from './consoleUrls';
import type { LogClient, LogPlace } from './LogClient';
import { toFacts, toReadBuild } from './mapping';
import { codeBuildKey } from './projectKey';
import { readReports } from './readReports';
import { memoSchema, type WireBuild, type WireProject } from './wire';

/** As many builds a page has; they are read in any case, a few at a time when many projects share a call. */
const HEAD = 25;
const FEWEST = 5;

/** `<project>:<uuid>`, as CodeBuild names its builds. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the projects of one account and region share. */
export interface CodeBuildAccess {
  client: CodeBuildClient;
  logs: LogClient;
  builds: Batcher<WireBuild>;
  projects: Batcher<WireProject>;
  mapping: AwsConsoleAccess & { exportedVariables: readonly string[] };
}

/** A project of AWS CodeBuild. */
export class CodeBuildProject implements ExecutorProject {
  readonly key: string;
  readonly executor = 'aws-codebuild';
  readonly name: string;
  readonly instance: string;
  readonly url: string;
  readonly place: string;
  readonly repeatable = true;
  readonly #arn: AwsArn;
  readonly #access: CodeBuildAccess;

  constructor(arn: AwsArn, access: CodeBuildAccess) {
    this.key = codeBuildKey(arn.arn);
    this.name = arn.resource;
    this.instance = arn.resource;
    this.url = projectUrl(arn, access.mapping);
    this.place = placeOf(arn);
    this.#arn = arn;
    this.#access = access;
  }

  mayOwn(buildId: string): boolean {
    const prefix = `${this.name}:`;
    return (
      buildId.startsWith(prefix) && UUID.test(buildId.slice(prefix.length))
    );
  }

  announce(): () => void {
    return this.#access.builds.announce(this.name);
  }

  async readNewest(known: KnownBuilds): Promise<HistoryStretch> {
    const ticket = this.#access.builds.join(this.name);
    try {
      const page = await this.#access.client.listIds(this.#arn);
      return await this.#readStretch(page, known, ticket, FEWEST, HEAD);
    } finally {
      ticket.leave();
    }
  }

  async readOlder(
    rest: HistoryRest,
    known: KnownBuilds,
  ): Promise<HistoryStretch> {
    const ticket = this.#access.builds.join(this.name);
    try {
      const page =
        rest.pending.length > 0
          ? { ids: rest.pending, nextToken: rest.nextToken }
          : await this.#access.client.listIds(this.#arn, rest.nextToken);
      return await this.#readStretch(page, known, ticket, HEAD, BATCH_SIZE);
    } finally {
      ticket.leave();
    }
  }

  async readBuild(id: string): Promise<ReadBuild | undefined> {
    const ticket = this.#access.builds.join(this.name);
    const { found } = await ticket.take({ ids: [id], must: 1 });
    const wire = found.get(id);
    return wire && this.#map(wire);
  }

  async readFacts(): Promise<ProjectFacts> {
    const ticket = this.#access.projects.join(this.name);
    const { found } = await ticket.take({ ids: [this.name], must: 1 });
    const wire = found.get(this.name);
    if (!wire) {
      throw faultError('not-found', 'AWS CodeBuild');
    }
    return toFacts(wire);
  }

  hasReports({ memo }: ReadBuild): boolean {
    return memoSchema.parse(memo).reportArns.length > 0;
  }

  async readReports({ memo }: ReadBuild): Promise<BuildReport[]> {
    const { reportArns } = memoSchema.parse(memo);
    const { client, mapping } = this.#access;
    return readReports(client, this.#arn, reportArns, mapping);
  }

  async readLog(build: ReadBuild, position: string): Promise<LogStretch> {
    const place = this.#logPlace(build);
    const nothing = { lines: [], next: position, atEnd: true };
    if (!place) {
      return nothing;
    }
    const stretch = await this.#access.logs.read(place, position);
    if (!stretch && build.over) {
      throw faultError('not-found', 'CloudWatch Logs');
    }
    // The stream comes into being with its first line.
    return stretch ?? nothing;
  }

  async readLogTail(build: ReadBuild, lines: number): Promise<BuildLogLine[]> {
    const place = this.#logPlace(build);
    return place ? this.#access.logs.tail(place, lines) : [];
  }

  async start(request: {
    sourceVersion?: string;
    token: string;
  }): Promise<ReadBuild> {
    const { sourceVersion, token } = request;
    const { client } = this.#access;
    return this.#map(await client.start(this.#arn, sourceVersion, token));
  }

  async retry({ build }: ReadBuild, token: string): Promise<ReadBuild> {
    const { client } = this.#access;
    return this.#map(await client.retry(this.#arn, build.id, token));
  }

  async stop({ build }: ReadBuild): Promise<ReadBuild> {
    return this.#map(await this.#access.client.stop(this.#arn, build.id));
  }

  /**
   * Reads the first of the listed builds that are not known to be over: `fewest` at least, those within `wanted` where
   * there is room, and beyond when the call is made anyway.
   */
  async #readStretch(
    { ids, nextToken }: { ids: string[]; nextToken?: string },
    known: KnownBuilds,
    ticket: BatchTicket<WireBuild>,
    fewest: number,
    wanted: number,
  ): Promise<HistoryStretch> {
    const kept = await known(ids);
    const isOpen = (id: string) => !kept.get(id)?.over;
    const open = ids.filter(isOpen);
    const isDue = ids.slice(0, wanted).some(isOpen);
    const { asked, found } = isDue
      ? await ticket.take({ ids: open, must: Math.min(fewest, open.length) })
      : { asked: new Set<string>(), found: new Map<string, WireBuild>() };
    const end = ids.findIndex(id => isOpen(id) && !asked.has(id));
    const covered = end < 0 ? ids.length : end;
    return {
      ids: ids.slice(0, covered),
      read: [...asked].flatMap(id => {
        const wire = found.get(id);
        return wire ? [this.#map(wire)] : [];
      }),
      rest: { pending: ids.slice(covered), nextToken },
    };
  }

  #map(wire: WireBuild): ReadBuild {
    return toReadBuild(wire, this.#arn, this.#access.mapping);
  }

  #logPlace({ memo }: ReadBuild): LogPlace | undefined {
    const { logGroup, logStream } = memoSchema.parse(memo);
    return logGroup && logStream
      ? { project: this.#arn, group: logGroup, stream: logStream }
      : undefined;
  }
}

/** Account and region: what one call can be about. */
export function placeOf({ partition, accountId, region }: AwsArn): string {
  return `${partition}/${accountId}/${region}`;
}
