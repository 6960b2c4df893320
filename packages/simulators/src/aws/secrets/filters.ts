import { z } from 'zod';
import type { Secret } from '../types';

/** A filter of ListSecrets. */
export const filterSchema = z.object({
  Key: z.enum([
    'all',
    'name',
    'description',
    'tag-key',
    'tag-value',
    'primary-region',
    'owning-service',
  ]),
  Values: z
    .array(z.string().regex(/^!?[A-Za-z0-9 :_@/+=.!-]{0,512}$/))
    .min(1)
    .max(10),
});

type SecretFilter = z.infer<typeof filterSchema>;

/** Whether a secret fits every filter by one of its values. */
export function fitsAll(
  secret: Secret,
  filters: readonly SecretFilter[],
): boolean {
  return filters.every(({ Key, Values }) =>
    Values.some(value =>
      value.startsWith('!')
        ? !fits(secret, Key, value.slice(1))
        : fits(secret, Key, value),
    ),
  );
}

/**
 * Values match by beginning: those of descriptions whatever their case, the others by case, keys and values of tags apart
 * from each other. `all` looks for each word in every attribute, whatever its case (API reference, Filter).
 */
function fits(
  { name, description, tags }: Secret,
  key: SecretFilter['Key'],
  value: string,
): boolean {
  const attributes = {
    name: [name],
    description: [description],
    'tag-key': Object.keys(tags),
    'tag-value': Object.values(tags),
    // Secrets of one region that belong to no other service have neither.
    'primary-region': [],
    'owning-service': [],
  };
  if (key === 'all') {
    const everything = Object.values(attributes).flat().map(lower);
    return lower(value)
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .every(word => everything.some(text => text.includes(word)));
  }
  return attributes[key].some((text: string) =>
    key === 'description'
      ? lower(text).startsWith(lower(value))
      : text.startsWith(value),
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}
