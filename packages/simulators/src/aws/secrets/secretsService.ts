import { z } from 'zod';
import { pageSize } from '../../http/weather';
import { AwsError } from '../AwsError';
import { paginate } from '../paginate';
import { epochSeconds, operation, type AwsService } from '../service';
import type { Secret } from '../types';

const MAX_PAGE = 100;

const filterSchema = z.object({
  Key: z.enum(['all', 'name', 'description', 'tag-key', 'tag-value']),
  Values: z.array(z.string()).min(1).max(10),
});

const listSecrets = operation(
  z.object({
    Filters: z.array(filterSchema).max(10).optional(),
    MaxResults: z.number().int().min(1).max(MAX_PAGE).optional(),
    NextToken: z.string().optional(),
    SortOrder: z.enum(['asc', 'desc']).optional(),
    IncludePlannedDeletion: z.boolean().optional(),
  }),
  ({ world }, input) => {
    const secrets = world.store
      .list<Secret>('secret')
      .filter(secret =>
        (input.Filters ?? []).every(({ Key, Values }) =>
          Values.some(value => matches(secret, Key, value)),
        ),
      );
    if (input.SortOrder === 'desc') {
      secrets.reverse();
    }
    const { page, nextToken } = paginate({
      items: secrets,
      keyOf: secret => secret.name,
      size: pageSize(world, 'aws', input.MaxResults ?? MAX_PAGE),
      token: input.NextToken,
      invalid: 'InvalidNextTokenException',
    });
    return { SecretList: page.map(toSecret), NextToken: nextToken };
  },
);

const describeSecret = operation(
  z.object({ SecretId: z.string().min(1) }),
  ({ world }, { SecretId }) => {
    const secret = world.store
      .list<Secret>('secret')
      .find(({ name, arn }) => name === SecretId || arn === SecretId);
    if (!secret) {
      throw new AwsError(
        'ResourceNotFoundException',
        "Secrets Manager can't find the specified secret.",
      );
    }
    return toSecret(secret);
  },
);

/** There are no values in this world: whoever asks is refused, as the portal's role would be. */
const getSecretValue = operation(z.unknown(), ({ caller }) => {
  throw new AwsError(
    'AccessDeniedException',
    `User: ${caller.arn} is not authorized to perform: secretsmanager:GetSecretValue because no identity-based policy allows the secretsmanager:GetSecretValue action`,
  );
});

/** AWS Secrets Manager: names and dates, never values. */
export const secretsService: AwsService = {
  target: 'secretsmanager',
  signingName: 'secretsmanager',
  invalidInput: 'InvalidParameterException',
  operations: {
    ListSecrets: listSecrets,
    DescribeSecret: describeSecret,
    GetSecretValue: getSecretValue,
  },
};

/** Filters match by prefix; names regard case, the rest does not (API reference). */
function matches(secret: Secret, key: string, value: string) {
  const starts = (text: string) =>
    text.toLowerCase().startsWith(value.toLowerCase());
  const parts = {
    name: [secret.name.startsWith(value)],
    description: [starts(secret.description)],
    'tag-key': Object.keys(secret.tags).map(starts),
    'tag-value': Object.values(secret.tags).map(starts),
  };
  const asked =
    key === 'all' ? Object.values(parts).flat() : parts[key as 'name'];
  return asked.includes(true);
}

function toSecret({
  name,
  arn,
  description,
  createdAt,
  lastChangedAt,
  tags,
}: Secret) {
  return {
    ARN: arn,
    Name: name,
    Description: description,
    CreatedDate: epochSeconds(createdAt),
    LastChangedDate: epochSeconds(lastChangedAt),
    RotationEnabled: false,
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}
