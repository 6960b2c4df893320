import type { ECRClient } from '@aws-sdk/client-ecr';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { EcrReferrer, EcrSigning } from '@shopstack/plugin-ecr-common';
import { type AwsArn, AwsConnections } from '@shopstack/plugin-kit-node';
import type { ManifestFacts } from '../images/ManifestFacts';
import { newestFirst, type RepositoryImage } from '../images/RepositoryImage';
import type { ScanReading } from '../images/ScanReading';
import { toRepositoryImage } from './imageMapping';
import { readManifests } from './manifestMapping';
import { afterwards } from './afterwards';
import { parseRows } from './parseRows';
import { readPages } from './readPages';
import { toReferrer, toSigning } from './referrerMapping';
import { toMissingScan, toScanReading } from './scanMapping';
import { loadSdk } from './sdk';
import {
  imageDetailSchema,
  referrerSchema,
  scanFindingsSchema,
  signingSchema,
  type WireScanFindings,
} from './wire';

const UPSTREAM = 'Amazon ECR';

/** The most that DescribeImages and DescribeImageScanFindings give at once (API reference, `maxResults`). */
const PAGE_SIZE = 1_000;

/** The most that ListImageReferrers gives at once. */
const REFERRERS_PAGE_SIZE = 50;

export interface EcrClientOptions {
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
  ratePerSecond?: number;
  burst?: number;
}

/**
 * Speaks to Amazon ECR in every account and region that is asked for. Every method throws UpstreamError for every
 * fault.
 */
export class EcrClient {
  readonly #connections: AwsConnections<ECRClient>;
  /**
   * For operations that a registry may lack or refuse: their failures must not make the guard leave the registry alone.
   * Amazon ECR counts each operation by itself.
   */
  readonly #extras: AwsConnections<ECRClient>;
  #calls = 0;

  constructor(options: EcrClientOptions) {
    const connect = () =>
      new AwsConnections({
        ...options,
        upstream: UPSTREAM,
        create: async settings => new (await loadSdk()).ECRClient(settings),
      });
    this.#connections = connect();
    this.#extras = connect();
  }

  /** How many calls it made, for the log of the collector. */
  get calls(): number {
    return this.#calls;
  }

  /**
   * All images of a repository, newest first. The API has no order, so the newest are known only when all pages are
   * read. Rows without a digest cannot be told apart or pulled; they are left out.
   */
  async listImages(repository: AwsArn): Promise<RepositoryImage[]> {
    const mapped: Promise<RepositoryImage[]>[] = [];
    await readPages(UPSTREAM, async nextToken => {
      const page = await this.#describeImages(repository, nextToken);
      mapped.push(
        afterwards(() =>
          parseRows(UPSTREAM, imageDetailSchema, page.imageDetails).map(
            toRepositoryImage,
          ),
        ),
      );
      return page;
    });
    return (await Promise.all(mapped)).flat().sort(newestFirst);
  }

  #describeImages(repository: AwsArn, nextToken: string | undefined) {
    return this.#send(repository, async (client, named, options) => {
      const { DescribeImagesCommand } = await loadSdk();
      const input = {
        ...named,
        maxResults: PAGE_SIZE,
        nextToken,
        // Without it the registry leaves out what is archived.
        filter: { imageStatus: 'ANY' as const },
      };
      return client.send(new DescribeImagesCommand(input), options);
    });
  }

  /**
   * The state of an image's scan and its findings, the worst first of all that were read.
   *
   * @param mostFindings - when there are more, the rest is not read and the answer says that it is truncated
   */
  async readScan(
    repository: AwsArn,
    imageDigest: string,
    mostFindings: number,
  ): Promise<ScanReading> {
    const { pages, truncated } = await readPages(
      UPSTREAM,
      nextToken =>
        this.#readScanPage(repository, imageDigest, {
          maxResults: Math.min(mostFindings, PAGE_SIZE),
          nextToken,
        }),
      read => countFindings(read) >= mostFindings,
    );
    const readAt = new Date();
    return pages[0].scan
      ? toScanReading(
          pages.flatMap(({ scan }) => scan ?? []),
          { readAt, truncated, mostFindings },
        )
      : toMissingScan(readAt);
  }

  /** What the manifests of at most 100 images tell; an image that cannot be handed out is missing in the answer. */
  async readManifests(
    repository: AwsArn,
    digests: string[],
  ): Promise<ManifestFacts[]> {
    const answer = await this.#send(
      repository,
      async (client, named, options) => {
        const { BatchGetImageCommand } = await loadSdk();
        const imageIds = digests.map(imageDigest => ({ imageDigest }));
        return client.send(
          new BatchGetImageCommand({ ...named, imageIds }),
          options,
        );
      },
    );
    return readManifests(UPSTREAM, answer);
  }

  /** What refers to an image, in no order. */
  async listReferrers(
    repository: AwsArn,
    imageDigest: string,
  ): Promise<EcrReferrer[]> {
    const { pages } = await readPages(UPSTREAM, nextToken =>
      this.#send(
        repository,
        async (client, named, options) => {
          const { ListImageReferrersCommand } = await loadSdk();
          const input = {
            ...named,
            subjectId: { imageDigest },
            maxResults: REFERRERS_PAGE_SIZE,
            nextToken,
          };
          return client.send(new ListImageReferrersCommand(input), options);
        },
        this.#extras,
      ),
    );
    return pages
      .flatMap(({ referrers }) =>
        parseRows(UPSTREAM, referrerSchema, referrers),
      )
      .map(toReferrer);
  }

  /** What the registry's signing profiles made of an image; none where nothing signs it. */
  async readSigning(
    repository: AwsArn,
    imageDigest: string,
  ): Promise<EcrSigning[]> {
    const { signingStatuses } = await this.#send(
      repository,
      async (client, named, options) => {
        const { DescribeImageSigningStatusCommand } = await loadSdk();
        const input = { ...named, imageId: { imageDigest } };
        return client.send(
          new DescribeImageSigningStatusCommand(input),
          options,
        );
      },
      this.#extras,
    );
    return parseRows(UPSTREAM, signingSchema, signingStatuses).map(toSigning);
  }

  /** A page without `scan` says that the registry has no scan of the image. */
  async #readScanPage(
    repository: AwsArn,
    imageDigest: string,
    page: { maxResults: number; nextToken: string | undefined },
  ): Promise<{ scan?: WireScanFindings; nextToken?: string }> {
    return this.#send(repository, async (client, named, options) => {
      const { DescribeImageScanFindingsCommand } = await loadSdk();
      const input = { ...named, imageId: { imageDigest }, ...page };
      try {
        const scan = scanFindingsSchema.parse(
          await client.send(
            new DescribeImageScanFindingsCommand(input),
            options,
          ),
        );
        return { scan, nextToken: scan.nextToken };
      } catch (error) {
        if ((error as Error).name === 'ScanNotFoundException') {
          return {};
        }
        throw error;
      }
    });
  }

  #send<T>(
    repository: AwsArn,
    send: (
      client: ECRClient,
      named: { registryId: string; repositoryName: string },
      options: { abortSignal: AbortSignal },
    ) => Promise<T>,
    connections = this.#connections,
  ): Promise<T> {
    const { accountId: registryId, resource: repositoryName } = repository;
    return connections.read(repository, (client, abortSignal) => {
      this.#calls += 1;
      return send(client, { registryId, repositoryName }, { abortSignal });
    });
  }
}

function countFindings(pages: { scan?: WireScanFindings }[]): number {
  return pages.reduce((sum, { scan }) => {
    const { findings, enhancedFindings } = scan?.imageScanFindings ?? {};
    return sum + (findings?.length ?? 0) + (enhancedFindings?.length ?? 0);
  }, 0);
}
