import type { SecretListEntry } from '@aws-sdk/client-secrets-manager';
import type { SecretQuestion } from '../service/SecretQuestion';
import type { KnownSecret, SecretPlace } from '../service/SecretReader';

/** Tags that name an environment. */
const ENVIRONMENT_TAGS = ['shopstack.dev/environment', 'environment', 'env'];

type Tags = Record<string, string>;

/**
 * A secret that the question means, or undefined for one that AWS only offered because its filters match beginnings.
 */
export function toSecret(
  entry: SecretListEntry,
  place: SecretPlace,
  { names, tags: wanted }: SecretQuestion,
): KnownSecret | undefined {
  const { Name: name, ARN: arn } = entry;
  if (!name || !arn) {
    return undefined;
  }
  const tags: Tags = Object.fromEntries(
    (entry.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]),
  );
  const named = names.find(({ prefix }) => fits(name, prefix));
  if (!named && !(wanted && hasAll(tags, wanted))) {
    return undefined;
  }
  return {
    name,
    arn,
    accountId: place.accountId,
    region: place.region,
    description: entry.Description || undefined,
    environment: named?.environment ?? environmentOf(tags),
    createdAt: iso(entry.CreatedDate),
    lastChangedAt: iso(entry.LastChangedDate),
    lastRotatedAt: iso(entry.LastRotatedDate),
    nextRotationAt: iso(entry.NextRotationDate),
    rotationEnabled: entry.RotationEnabled ?? false,
    rotateEveryDays: entry.RotationRules?.AutomaticallyAfterDays,
  };
}

/** `shop/dev/cart` means itself and `shop/dev/cart/...`, not `shop/dev/cart-admin`; one that ends so means what follows. */
function fits(name: string, prefix: string): boolean {
  return (
    name === prefix ||
    (name.startsWith(prefix) &&
      (/[/_+=.@-]$/.test(prefix) || name[prefix.length] === '/'))
  );
}

function hasAll(tags: Tags, wanted: Tags): boolean {
  return Object.entries(wanted).every(([key, value]) => tags[key] === value);
}

function environmentOf(tags: Tags): string | undefined {
  return ENVIRONMENT_TAGS.map(key => tags[key]).find(Boolean);
}

/** A date that cannot be one is not told. */
function iso(date: Date | undefined): string | undefined {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined;
}
