import { ECR_SCAN_STATUSES } from '@shopstack/plugin-ecr-common';
import { toMissingScan, toScanReading } from './scanMapping';
import { scanFindingsSchema } from './wire';

const readAt = new Date('2026-11-20T10:02:00Z');
const read = (...pages: object[]) =>
  toScanReading(
    pages.map(page => scanFindingsSchema.parse(page)),
    { readAt, truncated: false, mostFindings: 1_000 },
  );
const status = (name: string, description?: string) => ({
  imageScanStatus: { status: name, description },
});

describe('toScanReading', () => {
  it('tells a basic scan, the worst finding first', () => {
    expect(
      read({
        ...status('COMPLETE', 'The scan was completed successfully.'),
        imageScanFindings: {
          imageScanCompletedAt: new Date('2026-11-20T10:01:00Z'),
          findingSeverityCounts: { LOW: 1, CRITICAL: 1 },
          findings: [
            { name: 'CVE-1', severity: 'LOW' },
            { name: 'CVE-2', severity: 'CRITICAL' },
          ],
        },
      }),
    ).toEqual({
      scan: {
        status: 'COMPLETE',
        type: 'basic',
        counts: { LOW: 1, CRITICAL: 1 },
        completedAt: '2026-11-20T10:01:00.000Z',
        readAt: readAt.toISOString(),
      },
      findings: [
        { name: 'CVE-2', severity: 'CRITICAL' },
        { name: 'CVE-1', severity: 'LOW' },
      ],
      total: 2,
      truncated: false,
    });
  });

  it('tells an enhanced scan with the words of its own severities', () => {
    const { scan, findings } = read({
      ...status('ACTIVE'),
      imageScanFindings: {
        findingSeverityCounts: { HIGH: 1, UNTRIAGED: 1 },
        enhancedFindings: [
          { title: 'one', severity: 'UNTRIAGED' },
          { title: 'two', severity: 'HIGH' },
        ],
      },
    });
    expect(scan).toMatchObject({
      status: 'ACTIVE',
      type: 'enhanced',
      counts: { HIGH: 1, UNDEFINED: 1 },
    });
    expect(findings.map(({ severity }) => severity)).toEqual([
      'HIGH',
      'UNDEFINED',
    ]);
  });

  it.each(ECR_SCAN_STATUSES.filter(name => name !== 'NOT_READ'))(
    'keeps the state %s, and takes none without a result for clean',
    name => {
      const { scan, total } = read(status(name, 'Because of this.'));
      expect(scan.status).toBe(name);
      expect(scan.counts).toBeUndefined();
      expect(total).toBe(0);
    },
  );

  it('tells why there is no result', () => {
    expect(read(status('FAILED', 'It broke.')).scan.reason).toBe('It broke.');
    expect(read(status('PENDING', 'Pending.')).scan.reason).toBeUndefined();
  });

  it('takes a state that it does not know for findings it cannot have', () => {
    expect(read(status('NOT_READ')).scan.status).toBe('FINDINGS_UNAVAILABLE');
    expect(read(status('NOVEL')).scan.status).toBe('FINDINGS_UNAVAILABLE');
  });

  it('calls only that clean in which nothing was found', () => {
    const complete = (imageScanFindings: unknown) =>
      read({ ...status('COMPLETE'), imageScanFindings }).scan.counts;
    expect(complete({ findingSeverityCounts: {}, findings: [] })).toEqual({});
    expect(complete({ findings: [] })).toEqual({});
    expect(complete(undefined)).toBeUndefined();
    expect(complete('none')).toBeUndefined();
    expect(complete({ findings: 'none' })).toBeUndefined();
    expect(complete({ findings: [7, { name: 'CVE-1' }] })).toEqual({
      UNDEFINED: 2,
    });
  });

  it('joins pages and counts what it did not read', () => {
    const page = (name: string) => ({
      ...status('COMPLETE'),
      imageScanFindings: {
        findingSeverityCounts: { HIGH: 2, LOW: 40 },
        findings: [{ name, severity: 'HIGH' }],
      },
    });
    const pages = [page('CVE-2'), page('CVE-1')].map(each =>
      scanFindingsSchema.parse(each),
    );
    expect(
      toScanReading(pages, { readAt, truncated: true, mostFindings: 2 }),
    ).toMatchObject({
      findings: [{ name: 'CVE-1' }, { name: 'CVE-2' }],
      total: 42,
      truncated: true,
    });
    expect(
      toScanReading(pages, { readAt, truncated: false, mostFindings: 1 }),
    ).toMatchObject({ findings: [{ name: 'CVE-1' }], truncated: true });
  });

  it('says so where the registry has no scan', () => {
    const { scan, total } = toMissingScan(readAt);
    expect(scan).toEqual({
      status: 'FINDINGS_UNAVAILABLE',
      reason: 'Amazon ECR has no scan of this image',
      readAt: readAt.toISOString(),
    });
    expect(total).toBe(0);
  });
});
