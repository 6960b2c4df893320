import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type AwsArn,
  type ChangeAnnouncer,
  runInBackground,
  Turnstile,
  UpstreamError,
} from '@shopstack/plugin-kit-node';
import { annotatedEntities } from '../service/annotatedEntities';
import type { Fleet } from '../service/Fleet';
import type { Manifests } from '../service/Manifests';
import { registryOf } from '../service/presentImage';
import type { Repositories } from '../service/Repositories';
import type { RepositoryImages } from '../service/RepositoryImages';
import type { ScanReader } from '../service/ScanReader';
import type { ScanStore } from '../store/ScanStore';
import { selectDue, type DueScan } from './selectDue';
import { runningIndexes } from './runningIndexes';

/** Who looks reads a list anew much sooner, and events say what was pushed. */
const LIST_MAX_AGE_SECONDS = 900;

const MOST_AT_ONCE = 8;

/** Faults of one image or repository; the others concern the account, and asking on would bring the same. */
const LOCAL_FAULTS = ['not-found', 'forbidden', 'rejected', 'malformed'];

export interface ScanCollectorOptions {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  changes: Pick<ChangeAnnouncer, 'announce'>;
  repositories: Repositories;
  images: RepositoryImages;
  manifests: Manifests;
  fleet: Pick<Fleet, 'running'>;
  scanReader: Pick<ScanReader, 'read'>;
  scans: Pick<ScanStore, 'ofRepository'>;
  /** How many of the newest images of a repository are read. */
  newestScanned: number;
  now?: () => Date;
}

/** Reads the scans of what runs and of what is new, in every repository that an entity of the catalog names. */
export class ScanCollector {
  readonly #options: Required<ScanCollectorOptions>;

  constructor(options: ScanCollectorOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  /**
   * One pass: the running images of all repositories first, then the newest. It ends when the signal says so; what is
   * left is due in the next pass. Answers how many scans it read.
   */
  async pass(signal: AbortSignal): Promise<{ items: number }> {
    return runInBackground(() => this.#pass(signal));
  }

  async #pass(signal: AbortSignal) {
    const arns = await this.#namedRepositories();
    const running = await this.#options.fleet.running();
    const gate = new Turnstile(MOST_AT_ONCE);
    const due = await Promise.all(
      arns.map(arn =>
        gate.pass(() => this.#dueOf(arn, running.images, signal)),
      ),
    );
    const topics = new Set(running.sources.flatMap(({ topic }) => topic ?? []));
    const ordered = due
      .flat()
      .sort(
        (a, b) =>
          Number(b.isRunning) - Number(a.isRunning) ||
          (b.image?.pushedAt ?? '').localeCompare(a.image?.pushedAt ?? ''),
      );
    const read = await this.#readAll(ordered, gate, signal);
    if (read.length > 0) {
      read.forEach(({ topic }) => topic && topics.add(topic));
      this.#options.changes.announce([...topics]);
    }
    return { items: read.length };
  }

  async #namedRepositories(): Promise<AwsArn[]> {
    const { auth, catalog, repositories } = this.#options;
    const entities = await annotatedEntities(
      catalog,
      await auth.getOwnServiceCredentials(),
    );
    const arns = new Map<string, AwsArn>();
    for (const entity of entities) {
      const named = await repositories.find(entity);
      named.arns.forEach(arn => arns.set(arn.arn, arn));
    }
    return [...arns.values()];
  }

  async #dueOf(
    arn: AwsArn,
    running: Awaited<ReturnType<Fleet['running']>>['images'],
    signal: AbortSignal,
  ): Promise<DueScan[]> {
    if (signal.aborted) {
      return [];
    }
    const { images, manifests, scans, newestScanned, now } = this.#options;
    const listed = await images.list(arn, LIST_MAX_AGE_SECONDS);
    const named = running.named(`${registryOf(arn)}/${arn.resource}`);
    try {
      await manifests.read(arn, runningIndexes(listed.items, named));
    } catch (error) {
      this.#options.logger.debug(
        `The indexes of ${arn.arn} could not be read: ${stringifyError(error)}`,
      );
    }
    return selectDue({
      arn,
      listed: listed.items,
      topic: listed.sources[0]?.topic,
      running: named,
      scans: await scans.ofRepository(arn.arn),
      newestScanned,
      now: now(),
    });
  }

  /** Answers those that were read. */
  async #readAll(
    due: DueScan[],
    gate: Turnstile,
    signal: AbortSignal,
  ): Promise<DueScan[]> {
    const left = new Set<string>();
    const read: DueScan[] = [];
    await Promise.all(
      due.map(scan =>
        gate.pass(async () => {
          const { arn } = scan;
          const account = `${arn.accountId}/${arn.region}`;
          if (signal.aborted || left.has(account) || left.has(arn.arn)) {
            return;
          }
          try {
            await this.#options.scanReader.read(arn, scan.digest, scan.image);
            read.push(scan);
          } catch (error) {
            left.add(isLocal(error) ? arn.arn : account);
            this.#options.logger.warn(
              `The scans of ${arn.arn} could not be read: ${stringifyError(error)}`,
            );
          }
        }),
      ),
    );
    return read;
  }
}

function isLocal(error: unknown): boolean {
  return error instanceof UpstreamError && LOCAL_FAULTS.includes(error.fault);
}
