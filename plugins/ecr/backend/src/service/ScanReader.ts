import type { EcrScan } from '@shopstack/plugin-ecr-common';
import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type { AwsArn, ObservedSource } from '@shopstack/plugin-kit-node';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { ScanReading } from '../images/ScanReading';
import type { ScanStore } from '../store/ScanStore';
import type { EcrClient } from '../upstream/EcrClient';
import { combineReadings, isWithoutResult } from './combineReadings';
import type { Manifests } from './Manifests';
import { nextReading } from './scanSchedule';

/** Findings that are kept with each scan, for the page of a team. */
const WORST = 10;

/** On that page a sentence is enough; there are many. */
const LONGEST_DESCRIPTION = 300;

/** Images of an index that are asked for their scans. */
const MOST_CHILDREN = 4;

/** A reading, and when it is to be read again. */
export type ScheduledReading = ScanReading & { dueAt: string };

export interface ScanReaderOptions {
  observed: ObservedSource;
  client: Pick<EcrClient, 'readScan'>;
  manifests: Manifests;
  scans: Pick<ScanStore, 'ofRepository' | 'save'>;
  maxFindings: number;
  now?: () => Date;
}

/** Reads scans from the registry; whatever is read is kept for the lists as well. */
export class ScanReader {
  readonly #options: Required<ScanReaderOptions>;

  constructor(options: ScanReaderOptions) {
    this.#options = { now: () => new Date(), ...options };
  }

  /**
   * Reads the scan of one image now. An index has none of its own, so it has those of its images.
   *
   * @throws UpstreamError for every fault.
   */
  async read(
    repository: AwsArn,
    digest: string,
    image: RepositoryImage | undefined,
  ): Promise<ScheduledReading> {
    const { scans, now } = this.#options;
    const reading = await this.#readWhole(repository, digest, image);
    const known = await scans.ofRepository(repository.arn);
    const dueAt = nextReading({
      scan: reading.scan,
      previous: known.get(digest)?.scan,
      pushedAt: image?.pushedAt,
      now: now(),
    });
    await scans.save([
      {
        repositoryArn: repository.arn,
        digest,
        scan: reading.scan,
        dueAt,
        worst: reading.findings.slice(0, WORST).map(finding => ({
          ...finding,
          description: finding.description?.slice(0, LONGEST_DESCRIPTION),
        })),
        image,
      },
    ]);
    return { ...reading, dueAt: dueAt.toISOString() };
  }

  async #readWhole(
    repository: AwsArn,
    digest: string,
    image: RepositoryImage | undefined,
  ): Promise<ScanReading> {
    const { client, manifests, maxFindings } = this.#options;
    const own = await client.readScan(repository, digest, maxFindings);
    if (image?.kind !== 'index' || !isWithoutResult(own.scan)) {
      return own;
    }
    const [facts] = await manifests.read(repository, [digest]);
    const platforms = (facts?.children ?? [])
      .filter(({ platform }) => platform)
      .slice(0, MOST_CHILDREN);
    const readings = await Promise.all(
      platforms.map(child =>
        client.readScan(repository, child.digest, maxFindings),
      ),
    );
    return combineReadings(own, readings, maxFindings);
  }

  /** The findings of an image for somebody who asks: one item, or none while they cannot be read. */
  observe(
    repository: AwsArn,
    digest: string,
    image: RepositoryImage | undefined,
  ): Promise<Observed<ScheduledReading>> {
    return this.#options.observed.observe({
      key: keyOf(repository.arn, digest),
      source: SOURCE_NAMES.ecr,
      instance: `${repository.resource} findings`,
      maxAgeSeconds: ([reading]) =>
        reading ? secondsBetween(reading.scan, reading.dueAt) : 0,
      load: async () => [await this.read(repository, digest, image)],
    });
  }

  /** The registry has a new result: who looks gets it anew. */
  async expire(repositoryArn: string, digest: string): Promise<void> {
    await this.#options.observed.expire([keyOf(repositoryArn, digest)]);
  }
}

function keyOf(repositoryArn: string, digest: string) {
  return `findings:${repositoryArn}@${digest}`;
}

function secondsBetween({ readAt }: EcrScan, dueAt: string): number {
  return (Date.parse(dueAt) - Date.parse(readAt ?? dueAt)) / 1000;
}
