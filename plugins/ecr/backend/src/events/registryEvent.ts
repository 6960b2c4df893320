import { type AwsArn, parseAwsArn } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const envelope = {
  account: z.string(),
  region: z.string(),
};

/** What EventBridge says of images: by Amazon ECR, and by Amazon Inspector where that scans. */
const eventSchema = z.discriminatedUnion('detail-type', [
  z.object({
    ...envelope,
    source: z.literal('aws.ecr'),
    'detail-type': z.literal('ECR Image Action'),
    detail: z.object({ 'repository-name': z.string() }),
  }),
  z.object({
    ...envelope,
    source: z.literal('aws.ecr'),
    'detail-type': z.literal('ECR Image Scan'),
    detail: z.object({ 'repository-name': z.string(), 'image-digest': digest }),
  }),
  z.object({
    ...envelope,
    source: z.literal('aws.inspector2'),
    'detail-type': z.literal('Inspector2 Scan'),
    // An ARN, other than in the events of Amazon ECR.
    detail: z.object({ 'repository-name': z.string(), 'image-digest': digest }),
  }),
]);

/** Something happened to the images of a repository. */
export type RegistryEvent =
  | { kind: 'image'; repository: AwsArn }
  | { kind: 'scan'; repository: AwsArn; digest: string };

/** Reads the payload of an event; undefined when it is none of those that matter here. */
export function readRegistryEvent(payload: unknown): RegistryEvent | undefined {
  const parsed = eventSchema.safeParse(payload);
  if (!parsed.success) {
    return undefined;
  }
  const event = parsed.data;
  const repository = repositoryOf(
    event.detail['repository-name'],
    event.account,
    event.region,
  );
  if (!repository) {
    return undefined;
  }
  return event['detail-type'] === 'ECR Image Action'
    ? { kind: 'image', repository }
    : { kind: 'scan', repository, digest: event.detail['image-digest'] };
}

function repositoryOf(
  name: string,
  account: string,
  region: string,
): AwsArn | undefined {
  const arn = name.startsWith('arn:')
    ? name
    : `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${name}`;
  try {
    return parseAwsArn(arn, { service: 'ecr', resourceType: 'repository' });
  } catch {
    return undefined;
  }
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
