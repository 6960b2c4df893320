import { parseSloId } from '../details/parseSloId';
import { formatSloId } from './formatSloId';

describe('the id of a reference', () => {
  it('is the plain id where nothing has to be told apart', () => {
    expect(formatSloId({ id: 'orders-availability', variant: {} })).toBe(
      'orders-availability',
    );
  });

  it('holds labels as PromQL writes them, in order', () => {
    expect(
      formatSloId({
        id: 'orders-availability',
        variant: { zone: 'a', cluster: 'eu' },
      }),
    ).toBe('orders-availability{cluster="eu",zone="a"}');
  });

  const odd = [
    '',
    'plain',
    '{',
    '}',
    '{}',
    'a{b="c"}',
    'a{b="c"',
    '{{7*7}}',
    '"',
    '\\',
    '\\"}',
    'a",b="c',
    '{a=',
    ',d=',
    '\n\t\u0000',
    'é\u2028\ud83d\udca3',
  ];

  it('reads back whatever names and labels hold', () => {
    for (const name of odd) {
      for (const one of odd) {
        const variants: Record<string, string>[] = [
          {},
          { a: one },
          { a: one, c: name },
        ];
        for (const variant of variants) {
          const id = `svc-${name}`;
          expect(parseSloId(formatSloId({ id, variant }))).toEqual({
            slothId: id,
            variant,
          });
        }
      }
    }
  });
});
