import { z } from 'zod';
import { parseBody, parseQuery } from './parseInput';

const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  search: z.string().max(5).optional(),
});

describe('parseQuery', () => {
  it('reads what fits, and fills in what is not given', () => {
    expect(parseQuery(page, { limit: '50' })).toEqual({ limit: 50 });
    expect(parseQuery(page, {})).toEqual({ limit: 20 });
  });

  it.each([
    [{ limit: '0' }, "query parameter 'limit'"],
    [{ limit: 'many' }, "query parameter 'limit'"],
    [{ limit: ['1', '2'] }, "query parameter 'limit'"],
    [{ search: { $ne: '' } }, "query parameter 'search'"],
    [{ search: 'x'.repeat(10_000) }, "query parameter 'search'"],
  ])('names what does not fit in %j', (query, named) => {
    expect(() => parseQuery(page, query)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(named),
      }),
    );
  });
});

describe('parseBody', () => {
  const body = z.strictObject({ source: z.object({ version: z.string() }) });

  it('names the field inside', () => {
    expect(() => parseBody(body, { source: {} })).toThrow(
      "The field 'source.version' is malformed",
    );
  });

  it('names what it does not know', () => {
    expect(() =>
      parseBody(body, { source: { version: 'main' }, 'buildspec\n': 'rm' }),
    ).toThrow("The field 'buildspec?' is malformed: unknown");
  });

  it.each([undefined, null, [], 'text'])('refuses %j as a whole', input => {
    expect(() => parseBody(body, input)).toThrow('The request is malformed');
  });

  it('does not answer at length', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, at) => [`f${at}`, 1]),
    );
    expect(() => parseBody(body, many)).toThrow(/^.{20,500}$/);
  });
});
