import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { StepError } from './types';

/** The tag of an overlay that had no release yet. */
export const UNRELEASED = 'unreleased';

export interface Bump {
  /** Name of the image in `images`, and of the workload in `replicas`. */
  image: string;
  workload: string;
  tag: string;
  /** Without it a digest that stands there is taken out, for it would win over the tag. */
  digest?: string;
  /** Set only at the first release. */
  replicas?: number;
}

interface Splice {
  start: number;
  end: number;
  text: string;
}

/** The tag that an overlay asks for, or undefined when it has no such image. */
export function tagOf(text: string, image: string): string | undefined {
  const entry = findEntry(text, 'images', image);
  const tag = entry?.get('newTag');
  return tag === undefined ? undefined : String(tag);
}

/**
 * Writes another tag into the text of a kustomization.yaml. Everything else stays as it is to the byte: comments, quotes, order.
 *
 * @throws StepError when the overlay does not have the image, or no tag
 */
export function bumpOverlay(text: string, bump: Bump): string {
  const entry = findEntry(text, 'images', bump.image);
  const tag = entry?.get('newTag', true);
  if (!entry || !isScalar(tag) || !tag.range) {
    throw new StepError(`The overlay has no image ${bump.image} with a newTag`);
  }
  const splices = [
    replacement(tag, `"${bump.tag}"`),
    ...spliceDigest(text, entry, tag, bump),
  ];
  if (String(tag.value) === UNRELEASED && bump.replicas !== undefined) {
    const count = findEntry(text, 'replicas', bump.workload)?.get(
      'count',
      true,
    );
    if (isScalar(count) && count.range) {
      splices.push(replacement(count, String(bump.replicas)));
    }
  }
  return splices
    .sort((one, other) => other.start - one.start)
    .reduce(
      (result, { start, end, text: part }) =>
        result.slice(0, start) + part + result.slice(end),
      text,
    );
}

function spliceDigest(
  text: string,
  entry: YAMLMap,
  tag: Scalar,
  { digest }: Bump,
): Splice[] {
  const present = entry.get('digest', true);
  if (isScalar(present) && present.range) {
    return [
      digest ? replacement(present, digest) : wholeLine(text, present.range[0]),
    ];
  }
  if (!digest) {
    return [];
  }
  const lineStart = text.lastIndexOf('\n', tag.range![0]) + 1;
  const lineEnd = endOfLine(text, tag.range![0]);
  const column = text.indexOf('newTag', lineStart) - lineStart;
  const line = `${' '.repeat(column)}digest: ${digest}\n`;
  return [{ start: lineEnd, end: lineEnd, text: line }];
}

function replacement({ range }: Scalar, text: string): Splice {
  return { start: range![0], end: range![1], text };
}

function wholeLine(text: string, position: number): Splice {
  const start = text.lastIndexOf('\n', position) + 1;
  return { start, end: endOfLine(text, position), text: '' };
}

function endOfLine(text: string, position: number) {
  const end = text.indexOf('\n', position);
  return end < 0 ? text.length : end + 1;
}

function findEntry(text: string, list: string, name: string) {
  const entries = parseDocument(text).get(list);
  return isSeq(entries)
    ? (entries.items.find(item => isMap(item) && item.get('name') === name) as
        | YAMLMap
        | undefined)
    : undefined;
}
