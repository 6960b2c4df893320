import { placeMarkers } from './markers';
import type { ChartMarker } from './types';

const marker = (at: number): ChartMarker => ({
  id: String(at),
  at,
  label: `deployed at ${at}`,
  card: null,
});

describe('placeMarkers', () => {
  it('places each where it belongs', () => {
    expect(
      placeMarkers([marker(150), marker(110)], [100, 200], 1_000).map(
        ({ left }) => left,
      ),
    ).toEqual([100, 500]);
  });

  it('leaves out what is not in sight', () => {
    expect(placeMarkers([marker(99), marker(201)], [100, 200], 1_000)).toEqual(
      [],
    );
  });

  it('lets neighbours share a handle in their middle', () => {
    const places = placeMarkers(
      [marker(100), marker(101), marker(102), marker(190)],
      [100, 200],
      1_000,
    );
    expect(places.map(place => place.markers.length)).toEqual([3, 1]);
    expect(places[0].left).toBe(10);
  });

  it('does not chain handles without end: a hundred spread over the width stay many', () => {
    const many = Array.from({ length: 100 }, (_each, index) =>
      marker(100 + index),
    );
    const places = placeMarkers(many, [100, 200], 1_000);
    expect(places.length).toBeGreaterThan(20);
    expect(places.flatMap(place => place.markers)).toHaveLength(100);
  });
});
