import { judgeLines } from '../measure/judgeLines';
import { formatLines } from './formatLines';

describe('formatLines', () => {
  const table = formatLines(
    judgeLines({ name: 'B1', title: 'upstream calls' }, [
      {
        what: 'ECR, cold',
        unit: 'calls',
        ours: 3,
        peer: 4,
        goal: { atMost: 3 },
        note: 'three pages',
      },
      {
        what: 'newest shown',
        unit: 'images',
        ours: 9,
        peer: 0,
        goal: { atLeast: 10 },
      },
      { what: 'page, p95', unit: 'ms', ours: 12.345 },
    ]),
  );

  it('shows ours, the peer, the ratio and the goal of each line', () => {
    expect(table).toMatch(/^B1 upstream calls$/m);
    expect(table).toMatch(/^ECR, cold +3 +4 +0\.75x +<= 3 +calls +passed$/m);
    expect(table).toMatch(/^page, p95 +12\.35 +- +- +ms +said$/m);
    expect(table).toMatch(/^ {2}ECR, cold: three pages$/m);
  });

  it('says aloud that a goal was missed', () => {
    expect(table).toMatch(/^newest shown +9 +0 +- +>= 10 +images +MISSED$/m);
  });
});
