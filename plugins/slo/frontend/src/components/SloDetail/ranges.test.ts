import {
  extentOfRange,
  isoOf,
  presetRanges,
  rangeOfRule,
  readDuration,
  readRange,
  toChartRange,
  widen,
} from './ranges';

const DAY = 86_400;

describe('presetRanges', () => {
  it.each([
    [30 * DAY, ['30d', '7d', '1d', '12h', '1h']],
    [28 * DAY, ['28d', '7d', '1d', '12h', '1h']],
    [90 * DAY, ['90d', '30d', '7d', '1d', '12h', '1h']],
    [7 * DAY, ['7d', '1d', '12h', '1h']],
    [DAY, ['1d', '12h', '1h']],
  ])('offers for a window of %p seconds: %p', (seconds, ranges) => {
    expect(presetRanges({ seconds })).toEqual(ranges);
  });
});

describe('readDuration', () => {
  it.each([
    ['36h', '36h'],
    [' 1d 12h ', '1d12h'],
    ['90M', '90m'],
    ['10', undefined],
    ['', undefined],
    ['5s', undefined],
    ['3y', undefined],
    ['soon', undefined],
  ])('reads %p as %p', (typed, text) => {
    expect(readDuration(typed)).toBe(text);
  });
});

describe('readRange', () => {
  const zoom = { from: '2026-11-20T10:00:00Z', to: '2026-11-20T12:00:00Z' };

  it('takes the window of the objective where the address says nothing, or nonsense', () => {
    const own = { kind: 'last', text: '30d', seconds: 30 * DAY };
    expect(readRange({}, '30d')).toEqual(own);
    expect(readRange({ range: 'x', from: 'y' }, '30d')).toEqual(own);
    expect(readRange({ from: zoom.to, to: zoom.from }, '30d')).toEqual(own);
  });

  it('lets a zoom come before a range, and asks for exactly it', () => {
    const range = readRange({ range: '7d', ...zoom }, '30d');
    expect(toChartRange(range)).toEqual({
      from: '2026-11-20T10:00:00.000Z',
      to: '2026-11-20T12:00:00.000Z',
    });
    expect(extentOfRange(range, 0)).toEqual([
      Date.parse(zoom.from) / 1_000,
      Date.parse(zoom.to) / 1_000,
    ]);
  });

  it('asks for the last so much', () => {
    const range = readRange({ range: '12h' }, '30d');
    expect(toChartRange(range)).toEqual({ last: '12h' });
    expect(extentOfRange(range, 100_000)).toEqual([56_800, 100_000]);
  });
});

describe('rangeOfRule', () => {
  const month = readRange({}, '30d');

  it('shows twelve long windows, or a shorter range as it is', () => {
    expect(rangeOfRule(month, '1h')).toMatchObject({ text: '12h' });
    expect(rangeOfRule(month, '3d')).toBe(month);
    const hour = readRange({ range: '1h' }, '30d');
    expect(rangeOfRule(hour, '6h')).toBe(hour);
  });

  it('leaves a zoom alone', () => {
    const zoom = { kind: 'zoom' as const, from: 0, to: 9e6 };
    expect(rangeOfRule(zoom, '1h')).toBe(zoom);
  });
});

it('widens what is too short to be answered around its middle', () => {
  expect(widen([100, 110])).toEqual([75, 135]);
  expect(widen([100, 200])).toEqual([100, 200]);
});

it('writes moments in whole seconds', () => {
  expect(isoOf(0.4)).toBe('1970-01-01T00:00:00.000Z');
});
