import { shortDigest } from './shortDigest';

const COMMIT = /^[0-9a-f]{40}$/;
const SHORT_COMMIT_LENGTH = 7;

/** A tag as people say it: a commit in its short form. */
export function shortTag(tag: string): string {
  return COMMIT.test(tag) ? tag.slice(0, SHORT_COMMIT_LENGTH) : tag;
}

/** What people call an image: its first tag, or the digest where it has none. */
export function imageName(image: { tags: string[]; digest: string }): string {
  const [first] = image.tags;
  return first === undefined ? shortDigest(image.digest) : shortTag(first);
}
