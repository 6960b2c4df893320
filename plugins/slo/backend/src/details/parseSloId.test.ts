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

it.each(['a{', 'a{b=c}', 'a{b="\\x"}'])(
  'takes nothing from %j that is not there',
  id => {
    expect(parseSloId(id)).toEqual({ slothId: 'a', variant: {} });
  },
);
