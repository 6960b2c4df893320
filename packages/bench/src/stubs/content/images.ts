import { createHash } from 'node:crypto';
import { account } from '../settings';

/** 2026-01-01, in seconds. Content must not depend on when it is looked at. */
const beginning = 1_767_225_600;

/** One image as `DescribeImages` tells it. */
export interface ImageDetail {
  registryId: string;
  repositoryName: string;
  imageDigest: string;
  imageTags: string[];
  imageSizeInBytes: number;
  /** Seconds since 1970. */
  imagePushedAt: number;
  imageManifestMediaType: string;
  artifactMediaType: string;
  lastRecordedPullTime: number;
  imageStatus: string;
}

const sha256 = (text: string) =>
  createHash('sha256').update(text).digest('hex');

/** The digest of the image that was pushed as number `number`, counted from 1. */
export const digestOf = (repository: string, number: number) =>
  `sha256:${sha256(`${repository}/${number}`)}`;

/** How many images a repository has: its name says it, `r2500-anything` has 2,500. */
export function imageCount(repository: string): number | undefined {
  const count = /^r(\d+)-/.exec(repository)?.[1];
  return count === undefined ? undefined : Number(count);
}

function makeImage(repositoryName: string, number: number): ImageDetail {
  return {
    registryId: account,
    repositoryName,
    imageDigest: digestOf(repositoryName, number),
    imageTags: [`build-${number}`],
    imageSizeInBytes: 180_000_000 + number,
    imagePushedAt: beginning + number * 600,
    imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
    artifactMediaType: 'application/vnd.oci.image.config.v1+json',
    lastRecordedPullTime: beginning + number * 600 + 86_400,
    imageStatus: 'ACTIVE',
  };
}

/** Repositories of a benchmark are walked a page at a time, so a few are enough. */
const keptRepositories = 300;
const kept = new Map<string, ImageDetail[]>();

/**
 * All images of a repository in the order of their digests, which is none: Amazon ECR promises no order, and the newest
 * stand anywhere in it.
 */
export function imagesOf(repository: string): ImageDetail[] | undefined {
  const known = kept.get(repository);
  if (known) return known;
  const count = imageCount(repository);
  if (count === undefined) return undefined;
  const images = Array.from({ length: count }, (_, index) =>
    makeImage(repository, index + 1),
  ).sort((a, b) => (a.imageDigest < b.imageDigest ? -1 : 1));
  if (kept.size >= keptRepositories) kept.delete(kept.keys().next().value!);
  kept.set(repository, images);
  return images;
}

/** Digests of the newest images, the newest first. */
export function newestDigests(repository: string, length: number): string[] {
  const count = imageCount(repository) ?? 0;
  return Array.from({ length }, (_, index) =>
    digestOf(repository, count - index),
  );
}
