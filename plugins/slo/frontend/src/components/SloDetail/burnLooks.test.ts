import type { SloAlert, SloBurnWindow } from '@shopstack/plugin-slo-common';
import { rowsThatAskForALook } from './burnLooks';

const firing: SloAlert = {
  name: 'OrdersAvailability',
  severity: 'page',
  status: 'firing',
};

const row = (part: Partial<SloBurnWindow>): SloBurnWindow => ({
  severity: 'page',
  speed: 'quick',
  shortWindow: '5m',
  longWindow: '1h',
  factor: 14.4,
  threshold: 0.0144,
  budgetShare: 0.02,
  word: 'acceptable',
  holdSeconds: 0,
  ...part,
});

describe('rowsThatAskForALook', () => {
  it('are none at rest', () => {
    expect(rowsThatAskForALook([row({ word: 'increasing' })])).toEqual([]);
  });

  it('is the row that made the alert', () => {
    expect(
      rowsThatAskForALook([
        row({ alert: firing, word: 'critical' }),
        row({ alert: firing, speed: 'slow', word: 'increasing' }),
        row({ severity: 'ticket', word: 'critical' }),
      ]),
    ).toEqual(['page-quick']);
  });

  it('are both rows of an alert that neither explains any more', () => {
    expect(
      rowsThatAskForALook([
        row({ alert: firing }),
        row({ alert: firing, speed: 'slow' }),
      ]),
    ).toEqual(['page-quick', 'page-slow']);
  });

  it('are not those of an alert that was silenced', () => {
    const alert: SloAlert = { ...firing, status: 'silenced' };
    expect(rowsThatAskForALook([row({ alert, word: 'critical' })])).toEqual([]);
  });
});
