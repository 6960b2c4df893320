import type {
  GetResourcesOutput,
  ResourceGroupsTaggingAPIClient,
} from '@aws-sdk/client-resource-groups-tagging-api';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { faultError } from '../../upstream';
import { type AwsArn, parseAwsArn } from '../awsArn';
import { AwsConnections, type AwsPlace } from '../AwsConnections';
import type { AwsLocatorConfig } from '../awsLocator';

export interface TaggedResourcesOptions {
  /** See `readAwsLocator`. */
  config: AwsLocatorConfig;
  credentials: AwsCredentialsManager;
  /** Address to use in place of the region's own; goes before that of the configuration. */
  endpoint?: string;
  /** How long one call may take, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Calls per second in each account and region. Default 5. */
  ratePerSecond?: number;
}

/** Which resources: of one type, with all of the tags. */
export interface TaggedResourcesQuery {
  resourceType:
    | 'ecr:repository'
    | 'codebuild:project'
    | 'secretsmanager:secret';
  tags: Record<string, string>;
}

const UPSTREAM = 'AWS Resource Groups Tagging API';

/** The most that GetResources gives at once (API reference, `ResourcesPerPage`). */
const PAGE_SIZE = 100;

/** Beyond so many pages the paging cannot be right. */
const MOST_PAGES = 1_000;

type Sdk = typeof import('@aws-sdk/client-resource-groups-tagging-api');

/** The SDK is loaded when something is looked for by its tags: most portals that start do not need it. */
function loadSdk(): Sdk {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@aws-sdk/client-resource-groups-tagging-api') as Sdk;
}

/** Finds resources of AWS by their tags, in all accounts and regions of the configuration. */
export class TaggedResources {
  /** Where it looks. Each may fail by itself: observe them one by one with `findIn`. */
  readonly places: readonly AwsPlace[];
  readonly #connections: AwsConnections<ResourceGroupsTaggingAPIClient>;

  constructor(options: TaggedResourcesOptions) {
    this.places = options.config.places;
    this.#connections = new AwsConnections({
      upstream: UPSTREAM,
      credentials: options.credentials,
      endpoint: options.endpoint ?? options.config.endpoint,
      timeoutMs: options.timeoutMs ?? 10_000,
      concurrency: 4,
      ratePerSecond: options.ratePerSecond ?? 5,
      create: settings =>
        new (loadSdk().ResourceGroupsTaggingAPIClient)(settings),
    });
  }

  /**
   * What is found in all places, sorted by ARN.
   *
   * @throws UpstreamError when one of the places fails.
   */
  async find(query: TaggedResourcesQuery): Promise<AwsArn[]> {
    const found = await Promise.all(
      this.places.map(place => this.findIn(place, query)),
    );
    return sorted(found.flat());
  }

  /**
   * What is found in one account and region, sorted by ARN. What is no ARN of the type is left out.
   *
   * @throws UpstreamError for every fault.
   */
  async findIn(
    place: AwsPlace,
    { resourceType, tags }: TaggedResourcesQuery,
  ): Promise<AwsArn[]> {
    const [service, type] = resourceType.split(':');
    const arns: AwsArn[] = [];
    let token: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.#getPage(place, resourceType, tags, token);
      if (!Array.isArray(answer.ResourceTagMappingList)) {
        break;
      }
      for (const { ResourceARN } of answer.ResourceTagMappingList) {
        arns.push(...readArn(ResourceARN, service, type));
      }
      // The last page has an empty token.
      if (!answer.PaginationToken) {
        return sorted(arns);
      }
      if (answer.PaginationToken === token) {
        break;
      }
      token = answer.PaginationToken;
    }
    throw faultError('malformed', UPSTREAM, new Error('No list, no paging'));
  }

  #getPage(
    place: AwsPlace,
    resourceType: string,
    tags: Record<string, string>,
    token: string | undefined,
  ): Promise<GetResourcesOutput> {
    return this.#connections.read(place, (client, abortSignal) =>
      client.send(
        new (loadSdk().GetResourcesCommand)({
          ResourceTypeFilters: [resourceType],
          TagFilters: Object.entries(tags).map(([Key, value]) => ({
            Key,
            Values: [value],
          })),
          ResourcesPerPage: PAGE_SIZE,
          PaginationToken: token,
        }),
        { abortSignal },
      ),
    );
  }
}

function readArn(
  arn: string | undefined,
  service: string,
  resourceType: string,
): AwsArn[] {
  try {
    return [parseAwsArn(String(arn), { service, resourceType })];
  } catch {
    return [];
  }
}

function sorted(arns: AwsArn[]): AwsArn[] {
  const unique = new Map(arns.map(arn => [arn.arn, arn]));
  return [...unique.values()].sort((a, b) => a.arn.localeCompare(b.arn));
}
