import type { EcrScan } from '@shopstack/plugin-ecr-common';
import { teamAnswer } from './teamAnswer';
import { exampleImage, exampleServiceScan } from './__testUtils__/examples';

const scan = (name: string, digit: string, part: EcrScan) =>
  exampleServiceScan(name, exampleImage(digit, { scan: part }));

describe('teamAnswer', () => {
  it('counts services by their worst severity, and images without a result', () => {
    expect(
      teamAnswer([
        scan('orders', 'a', { status: 'COMPLETE', counts: { CRITICAL: 1 } }),
        scan('orders', 'b', { status: 'ACTIVE', counts: { CRITICAL: 2 } }),
        scan('cart', 'c', { status: 'COMPLETE', counts: { HIGH: 1 } }),
        scan('user', 'd', { status: 'COMPLETE', counts: {} }),
        scan('user', 'e', { status: 'PENDING' }),
        scan('user', 'f', { status: 'NOT_READ' }),
      ]),
    ).toEqual({ critical: 1, high: 1, unscanned: 2 });
  });
});
