import { judgeLines } from '../../measure/judgeLines';
import { memoryLines } from './memoryLines';

const verdict = (growth: number) =>
  judgeLines(
    { name: 'collector', title: '' },
    memoryLines(
      Array.from({ length: 30 }, (_, pass) => ({
        // Caches fill first, and no reading is exactly like the last.
        heap: 100 + Math.min(pass, 4) * 20 + pass * growth + (pass % 3),
        committed: 200,
        external: 10,
        resident: 300,
      })),
    ),
  );

describe('memoryLines', () => {
  it('takes caches that fill for no leak', () => {
    expect(verdict(0).passed).toBe(true);
  });

  it('finds a leak of half a MiB with each pass', () => {
    expect(verdict(0.5).passed).toBe(false);
  });
});
