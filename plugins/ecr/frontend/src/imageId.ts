import type { EcrImageId } from '@shopstack/plugin-ecr-common';

const IMAGE_ID = /^(arn:[^@]+)@(sha256:[0-9a-f]{64})$/;

/** The identity of an image as one word: the ARN of its repository, `@`, its digest. */
export function formatImageId({ repositoryArn, digest }: EcrImageId): string {
  return `${repositoryArn}@${digest}`;
}

/** Reads what `formatImageId` wrote; undefined for everything else, for it stands in the address that people edit. */
export function parseImageId(text: string | null): EcrImageId | undefined {
  const match = text?.match(IMAGE_ID);
  return match ? { repositoryArn: match[1], digest: match[2] } : undefined;
}
