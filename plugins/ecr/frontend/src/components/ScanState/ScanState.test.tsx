import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  ECR_SCAN_STATUSES,
  type EcrScan,
  type EcrScanStatus,
} from '@shopstack/plugin-ecr-common';
import { screen } from '@testing-library/react';
import { ScanState } from './ScanState';

const show = (scan: EcrScan) => renderInTestApp(<ScanState scan={scan} />);

const WORDS: Record<EcrScanStatus, string> = {
  ACTIVE: 'Clean',
  COMPLETE: 'Clean',
  FAILED: 'Scan failed',
  FINDINGS_UNAVAILABLE: 'Findings unavailable',
  IMAGE_ARCHIVED: 'Archived, not scanned',
  IN_PROGRESS: 'Scanning',
  LIMIT_EXCEEDED: 'Scan limit reached',
  PENDING: 'Scan pending',
  SCAN_ELIGIBILITY_EXPIRED: 'Scan expired',
  UNSUPPORTED_IMAGE: 'Unsupported',
  NOT_READ: 'Not read yet',
};

describe('ScanState', () => {
  it.each(ECR_SCAN_STATUSES)('has a word and a shape for %s', async status => {
    show({ status, counts: {} });
    const word = await screen.findByText(WORDS[status]);
    expect(word.parentElement?.querySelector('svg')).not.toBeNull();
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
  });

  it('names the worst severity and counts all', async () => {
    show({ status: 'ACTIVE', counts: { HIGH: 2, LOW: 40, UNDEFINED: 1 } });
    expect(await screen.findByText('High')).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: '2 high, 40 low, 1 of undefined severity',
      }),
    ).toHaveTextContent('C0H2M0L40U1');
  });

  it('keeps the counts of a scan that has expired', async () => {
    show({ status: 'SCAN_ELIGIBILITY_EXPIRED', counts: { CRITICAL: 1 } });
    expect(await screen.findByText('Scan expired')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '1 critical' })).toBeInTheDocument();
  });

  it('does not call clean what was not counted', async () => {
    show({ status: 'COMPLETE' });
    expect(
      await screen.findByText('Scanned, counts not known'),
    ).toBeInTheDocument();
  });
});
