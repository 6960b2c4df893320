import { valuesCsv } from './valuesCsv';

it('writes a row for each time, and nothing into gaps', () => {
  expect(
    valuesCsv(
      [0, 60],
      [
        { id: 'a', label: 'Short, 5m', values: [0.5, null], tone: 'accent' },
        { id: 'b', label: 'Long', values: [1, -2], tone: 'accent' },
      ],
    ),
  ).toBe(
    'time,"Short, 5m",Long\n1970-01-01T00:00:00.000Z,0.5,1\n1970-01-01T00:01:00.000Z,,-2',
  );
});
