import { InputError } from '@backstage/errors';

/** The most that GetResources takes at once (API reference, `TagFilters`). */
const MOST_TAGS = 50;

/** What AWS allows in the keys and values of tags, but for the comma, which parts them here. */
const KEY = /^[\p{L}\p{N} _.:/+\-@]{1,128}$/u;
const VALUE = /^[\p{L}\p{N} _.:/=+\-@]{0,256}$/u;

/**
 * Reads an annotation of the form `key=value[,key=value]`. A resource has to have all of the tags.
 *
 * @throws InputError that names the annotation, for what is none.
 */
export function parseTagsAnnotation(
  value: string,
  annotation = 'with tags',
): Record<string, string> {
  const parts = value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
  const tags = new Map<string, string>();
  for (const part of parts) {
    const [key, ...rest] = part.split('=');
    const tag = rest.join('=').trim();
    const name = key.trim();
    const isAgain = tags.has(name) && tags.get(name) !== tag;
    if (rest.length === 0 || isAgain || !KEY.test(name) || !VALUE.test(tag)) {
      throw malformed(annotation);
    }
    tags.set(name, tag);
  }
  if (tags.size === 0 || tags.size > MOST_TAGS) {
    throw malformed(annotation);
  }
  return Object.fromEntries(tags);
}

function malformed(annotation: string): InputError {
  return new InputError(
    `The annotation '${annotation}' must be of the form key=value[,key=value], with at most ${MOST_TAGS} tags and each key once`,
  );
}
