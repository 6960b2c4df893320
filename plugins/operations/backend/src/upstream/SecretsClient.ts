import type {
  Filter,
  SecretListEntry,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { AwsConnections, UpstreamError } from '@shopstack/plugin-kit-node';
import type { SecretsConfig } from '../secretsConfig';
import type { SecretQuestion } from '../service/SecretQuestion';
import type {
  KnownSecret,
  SecretPlace,
  SecretReader,
} from '../service/SecretReader';
import { toSecret } from './mapping';
import { loadSdk } from './sdk';

/** The most that ListSecrets answers at once, and the most values that one of its filters takes (API reference). */
const PAGE = 100;
const MOST_VALUES = 10;
const MOST_FILTERS = 10;

/** What a filter takes; a `!` in front would turn it round. Tags may hold more, which is sorted out afterwards. */
const FILTER_VALUE = /^[A-Za-z0-9 :_@/+=.-]{1,512}$/;

/** Reads names and dates of secrets by ListSecrets, which answers no values. It asks nothing else. */
export class SecretsClient implements SecretReader {
  readonly #connections: AwsConnections<SecretsManagerClient>;
  readonly #maxSecrets: number;

  constructor(config: SecretsConfig, credentials: AwsCredentialsManager) {
    this.#maxSecrets = config.maxSecrets;
    this.#connections = new AwsConnections({
      ...config,
      upstream: 'AWS Secrets Manager',
      credentials,
      create: settings => new (loadSdk().SecretsManagerClient)(settings),
    });
  }

  async find(
    place: SecretPlace,
    question: SecretQuestion,
  ): Promise<KnownSecret[]> {
    const found = new Map<string, KnownSecret>();
    for (const filters of filtersOf(question)) {
      for (const entry of await this.#list(place, filters)) {
        const secret = toSecret(entry, place, question);
        if (secret) {
          found.set(secret.arn, secret);
        }
      }
    }
    return [...found.values()];
  }

  async #list(
    place: SecretPlace,
    filters: Filter[],
  ): Promise<SecretListEntry[]> {
    const { ListSecretsCommand } = loadSdk();
    const entries: SecretListEntry[] = [];
    let next: string | undefined;
    do {
      const command = new ListSecretsCommand({
        Filters: filters,
        MaxResults: PAGE,
        NextToken: next,
      });
      const page = await this.#connections.read(place, (client, signal) =>
        client.send(command, { abortSignal: signal }),
      );
      entries.push(...(page.SecretList ?? []));
      // The same token again would never end.
      next = page.NextToken === next ? undefined : page.NextToken;
      if (next && entries.length >= this.#maxSecrets) {
        throw new UpstreamError(
          'rejected',
          `More than ${this.#maxSecrets} secrets could be of this service; its tags or 'operations.secrets.names' have to tell it from others`,
        );
      }
    } while (next);
    return entries;
  }
}

/**
 * One list for each ten names, and one for the tags. Filters match beginnings, and keys and values of tags apart from each
 * other: what is too much is sorted out afterwards.
 */
function filtersOf({ names, tags }: SecretQuestion): Filter[][] {
  const prefixes = [...new Set(names.map(({ prefix }) => prefix))];
  const lists: Filter[][] = [];
  for (let start = 0; start < prefixes.length; start += MOST_VALUES) {
    lists.push([
      { Key: 'name', Values: prefixes.slice(start, start + MOST_VALUES) },
    ]);
  }
  if (tags) {
    const filters = Object.entries(tags).flatMap(([key, value]) => [
      { Key: 'tag-key' as const, Values: [key] },
      { Key: 'tag-value' as const, Values: [value] },
    ]);
    lists.push(
      filters
        .filter(({ Values }) => FILTER_VALUE.test(Values[0]))
        .slice(0, MOST_FILTERS),
    );
  }
  return lists;
}
