import {
  DescribeImagesCommand,
  type DescribeImagesResponse,
  ECRClient,
} from '@aws-sdk/client-ecr';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import type { EcrImage } from '@shopstack/plugin-ecr-common';
import {
  type AwsArn,
  AwsConnections,
  faultError,
} from '@shopstack/plugin-kit-node';
import { toEcrImage } from './mapping';
import { imageDetailSchema } from './wire';

const UPSTREAM = 'Amazon ECR';

/** The most that DescribeImages gives at once (API reference, `maxResults`). */
const PAGE_SIZE = 1_000;

/** Pages may be shorter than asked; beyond so many the paging cannot be right (default quota: 100,000 images). */
const MOST_PAGES = 10_000;

export interface EcrClientOptions {
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
}

/** Speaks to Amazon ECR in every account and region that is asked for. */
export class EcrClient {
  readonly #connections: AwsConnections<ECRClient>;

  constructor(options: EcrClientOptions) {
    this.#connections = new AwsConnections({
      ...options,
      upstream: UPSTREAM,
      create: settings => new ECRClient(settings),
    });
  }

  /**
   * All images of a repository. The API has no order, so the newest are known only when all pages are read.
   *
   * @throws UpstreamError for every fault.
   */
  async listImages(repository: AwsArn): Promise<EcrImage[]> {
    const images: EcrImage[] = [];
    let nextToken: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.#describe(repository, nextToken);
      images.push(...mapPage(answer, repository));
      if (!answer.nextToken) {
        return images;
      }
      if (answer.nextToken === nextToken) {
        break;
      }
      nextToken = answer.nextToken;
    }
    throw faultError('malformed', UPSTREAM, new Error('Paging does not end'));
  }

  #describe(
    repository: AwsArn,
    nextToken: string | undefined,
  ): Promise<DescribeImagesResponse> {
    return this.#connections.read(repository, (client, abortSignal) =>
      client.send(
        new DescribeImagesCommand({
          registryId: repository.accountId,
          repositoryName: repository.resource,
          maxResults: PAGE_SIZE,
          nextToken,
        }),
        { abortSignal },
      ),
    );
  }
}

/** Rows without a digest cannot be told apart or pulled; they are left out. */
function mapPage(
  { imageDetails }: DescribeImagesResponse,
  repository: AwsArn,
): EcrImage[] {
  if (!Array.isArray(imageDetails)) {
    throw faultError('malformed', UPSTREAM, new Error('No imageDetails'));
  }
  return imageDetails.flatMap(detail => {
    const image = imageDetailSchema.safeParse(detail);
    return image.success ? [toEcrImage(image.data, repository)] : [];
  });
}
