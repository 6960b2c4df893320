import type { ServiceSecret } from '@shopstack/plugin-operations-common';
import type { SecretQuestion } from './SecretQuestion';

/** An account and a region of it. */
export interface SecretPlace {
  partition: string;
  accountId: string;
  region: string;
}

/** A secret as it is kept: what depends on the day of the answer is added later. */
export type KnownSecret = Omit<
  ServiceSecret,
  'ageDays' | 'stale' | 'consoleUrl'
>;

/** Reads names and dates of secrets in one account and region. */
export interface SecretReader {
  /** @throws UpstreamError for every fault. */
  find(place: SecretPlace, question: SecretQuestion): Promise<KnownSecret[]>;
}
