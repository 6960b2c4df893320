import type { StubSource } from '../settings';

/** How one operation of AWS is answered. */
export interface AwsOperation {
  source: StubSource;
  /** What a call asks about. */
  subject(input: any): string;
  /** Undefined when nothing has a reason to ask that. */
  answer(input: any): unknown;
}

/** The operations of one service by their names. */
export interface AwsService {
  /** In front of the name in `X-Amz-Target`. */
  target: string;
  operations: Record<string, AwsOperation>;
}

/** A page of a list; the token is the place where the next begins. */
export function page<T>(
  items: T[],
  size: number,
  token: string | undefined,
): { items: T[]; nextToken?: string } {
  const start = Number(token ?? 0);
  const end = start + size;
  return {
    items: items.slice(start, end),
    ...(end < items.length && { nextToken: String(end) }),
  };
}
