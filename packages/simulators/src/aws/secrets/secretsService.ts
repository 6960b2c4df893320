import { z } from 'zod';
import { pageSize } from '../../http/weather';
import { AwsError } from '../AwsError';
import { paginate } from '../paginate';
import { epochSeconds, operation, type AwsService } from '../service';
import type { Secret } from '../types';
import { filterSchema, fitsAll } from './filters';

const MAX_PAGE = 100;

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
      .filter(secret => fitsAll(secret, input.Filters ?? []));
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

function toSecret({ name, arn, description, tags, ...secret }: Secret) {
  const { rotation } = secret;
  return {
    ARN: arn,
    Name: name,
    ...(description && { Description: description }),
    CreatedDate: epochSeconds(secret.createdAt),
    LastChangedDate: epochSeconds(secret.lastChangedAt),
    RotationEnabled: rotation !== undefined,
    ...(rotation && {
      RotationRules: { AutomaticallyAfterDays: rotation.everyDays },
      LastRotatedDate: epochSeconds(rotation.lastAt),
      NextRotationDate: epochSeconds(rotation.nextAt),
    }),
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  };
}
