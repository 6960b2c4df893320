import { formatSloId } from '../overview/formatSloId';
import { parseSloId } from './parseSloId';

it.each<{ id: string; variant: Record<string, string> }>([
  { id: 'checkout-availability', variant: {} },
  { id: 'checkout-availability', variant: { cluster: 'eu' } },
  { id: 'a', variant: { cluster: 'a"},b="\\', route: '/x{y},z="1"\n' } },
])('reads what formatSloId writes of $id $variant', identity => {
  expect(parseSloId(formatSloId(identity))).toEqual({
    slothId: identity.id,
    variant: identity.variant,
  });
});

it.each(['a{', 'a{b=c}', 'a{b="c"} d'])(
  'takes %j, which holds no labels, for a name as a whole',
  id => {
    expect(parseSloId(id)).toEqual({ slothId: id, variant: {} });
  },
);

it('takes nothing from a label that is no text', () => {
  expect(parseSloId('a{b="\\x"}')).toEqual({ slothId: 'a', variant: {} });
});
