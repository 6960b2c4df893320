import type { Request } from 'express';
import { pageSize } from '../http/weather';
import type { World } from '../world/types';

/** Limits of GitHub's REST API. */
const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

/** Which part of a list was asked for. */
interface Page {
  /** From 1. */
  number: number;
  size: number;
  /** How many items come before. */
  skip: number;
}

/** Reads `page` and `per_page`; the weather may make pages smaller than asked. */
export function readPage(world: World, request: Request): Page {
  const number = positive(request.query.page) ?? 1;
  const asked = positive(request.query.per_page) ?? DEFAULT_SIZE;
  const size = pageSize(world, 'github', Math.min(asked, MAX_SIZE));
  return { number, size, skip: (number - 1) * size };
}

/** One page of a list that is known as a whole, with GitHub's Link header. */
export function sendablePage<T>(
  request: Request,
  page: Page,
  items: readonly T[],
  base: string,
): T[] {
  const last = Math.max(1, Math.ceil(items.length / page.size));
  linkPages(request, page, base, { last });
  return items.slice(page.skip, page.skip + page.size);
}

/** Sets the Link header: to the last page when it is known, else only to the next one when there is more. */
export function linkPages(
  request: Request,
  page: Page,
  base: string,
  known: { last?: number; more?: boolean },
): void {
  const links: string[] = [];
  const link = (relation: string, number: number) => {
    const url = new URL(request.originalUrl, base);
    url.searchParams.set('page', String(number));
    url.searchParams.set('per_page', String(page.size));
    links.push(`<${url}>; rel="${relation}"`);
  };
  const more = known.more ?? page.number < (known.last ?? 1);
  if (page.number > 1) link('prev', page.number - 1);
  if (more) link('next', page.number + 1);
  if (more && known.last) link('last', known.last);
  if (page.number > 1) link('first', 1);
  if (links.length > 0) {
    request.res?.setHeader('Link', links.join(', '));
  }
}

function positive(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
