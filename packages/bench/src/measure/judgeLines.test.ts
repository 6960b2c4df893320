import { judgeLines, type Line } from './judgeLines';

const line = (more: Partial<Line>): Line => ({
  what: 'ECR, cold',
  unit: 'calls',
  ours: 3,
  ...more,
});
const judge = (...lines: Partial<Line>[]) =>
  judgeLines({ name: 'B1', title: 'calls' }, lines.map(line));

describe('judgeLines', () => {
  it.each([
    [{ goal: { atMost: 3 } }, true],
    [{ goal: { atMost: 2.999 } }, false],
    [{ ours: 0, goal: { atMost: 0 } }, true],
    [{ goal: { atLeast: 3 } }, true],
    [{ goal: { atLeast: 4 } }, false],
    [{ ours: 1.0004, goal: { atMost: 1 } }, false],
    [{ ours: NaN, goal: { atMost: 3 } }, false],
    [{ ours: Infinity, goal: { atLeast: 3 } }, false],
  ])('judges %j: %s', (more, passed) => {
    expect(judge(more).passed).toBe(passed);
  });

  it('fails as a whole when one goal is missed', () => {
    const { passed, lines } = judge(
      { goal: { atMost: 3 } },
      { goal: { atMost: 2 } },
      {},
    );
    expect(passed).toBe(false);
    expect(lines.map(each => each.passed)).toEqual([true, false, true]);
  });

  it('does not pass when nothing was judged', () => {
    expect(judge().passed).toBe(false);
    expect(judge({}).passed).toBe(false);
  });

  it('divides ours by the peer, where there is one', () => {
    const { lines } = judge({ peer: 4 }, { peer: undefined }, { peer: 0 });
    expect(lines.map(({ ratio }) => ratio)).toEqual([
      0.75,
      undefined,
      undefined,
    ]);
  });
});
