import { type AwsConsoleAccess, consoleLink } from '@shopstack/plugin-kit-node';
import type { ServiceSecret } from '@shopstack/plugin-operations-common';
import type { KnownSecret } from './SecretReader';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The consoles of the partitions that have one of their own. */
const CONSOLES: Record<string, string> = {
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** Adds what depends on today and on who looks; the longest unchanged come first, and last those of unknown age. */
export function assessSecrets(
  secrets: readonly KnownSecret[],
  options: { staleAfterDays: number; now: Date; console: AwsConsoleAccess },
): ServiceSecret[] {
  return secrets
    .map(secret => {
      const ageDays = ageOf(secret, options.now);
      return {
        ...secret,
        ...(ageDays !== undefined && { ageDays }),
        stale: ageDays !== undefined && ageDays > options.staleAfterDays,
        consoleUrl: consoleUrl(secret, options.console),
      };
    })
    .sort(
      (a, b) =>
        (b.ageDays ?? -1) - (a.ageDays ?? -1) ||
        a.name.localeCompare(b.name, 'en'),
    );
}

function ageOf(
  { lastRotatedAt, lastChangedAt, createdAt }: KnownSecret,
  now: Date,
): number | undefined {
  const since = lastRotatedAt ?? lastChangedAt ?? createdAt;
  // Clocks differ a little between machines.
  return since === undefined
    ? undefined
    : Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / DAY_MS));
}

function consoleUrl(
  { arn, name, accountId, region }: KnownSecret,
  access: AwsConsoleAccess,
): string {
  const partition = arn.split(':')[1];
  const host = `${region}.${CONSOLES[partition] ?? 'console.aws.amazon.com'}`;
  const url = new URL(`https://${host}/secretsmanager/secret`);
  url.searchParams.set('name', name);
  url.searchParams.set('region', region);
  return consoleLink({ accountId }, url.href, access);
}
