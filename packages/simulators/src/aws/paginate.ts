import { AwsError } from './AwsError';

interface PageOptions<T> {
  /** In the order of `keyOf`. */
  items: T[];
  /** Unique, and stays the same from call to call. */
  keyOf: (item: T) => string;
  size: number;
  token: string | undefined;
  /** Error code for a token that is not ours. */
  invalid: string;
}

/**
 * A page of a list. A token names the last item of the page before it, so that new items shift nothing between two calls.
 *
 * @throws AwsError when the token is not one that this function made
 */
export function paginate<T>(options: PageOptions<T>): {
  page: T[];
  nextToken?: string;
} {
  const { items, keyOf, size, token } = options;
  const start = token === undefined ? 0 : afterToken(options, token);
  const page = items.slice(start, start + size);
  const more = start + size < items.length;
  const nextToken = more
    ? Buffer.from(
        JSON.stringify({ after: keyOf(page[page.length - 1]) }),
      ).toString('base64url')
    : undefined;
  return { page, nextToken };
}

function afterToken<T>(
  { items, keyOf, invalid }: PageOptions<T>,
  token: string,
) {
  const after = decode(token);
  const index = items.findIndex(item => keyOf(item) === after);
  if (after === undefined || index < 0) {
    throw new AwsError(invalid, 'The specified pagination token is not valid.');
  }
  return index + 1;
}

function decode(token: string): string | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8')).after;
  } catch {
    return undefined;
  }
}
