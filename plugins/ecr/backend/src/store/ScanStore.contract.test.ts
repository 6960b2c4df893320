import { openDatabase } from '@shopstack/plugin-kit-node';
import { storeDatabases } from '@shopstack/plugin-kit-node/testUtils';
import { ManifestStore } from './ManifestStore';
import { type KeptScanDetails, ScanStore } from './ScanStore';

const ARN = 'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-cart';
const OTHER = `${ARN}-other`;
const digestOf = (number: number) =>
  `sha256:${number.toString(16).padStart(64, '0')}`;
const at = (minute: number) =>
  new Date(Date.UTC(2026, 10, 20, 10) + minute * 60_000);
const scanOf = (
  number: number,
  minute = 0,
  rest: Partial<KeptScanDetails> = {},
): KeptScanDetails => ({
  repositoryArn: ARN,
  digest: digestOf(number),
  scan: {
    status: 'COMPLETE',
    type: 'basic',
    counts: { HIGH: number },
    completedAt: at(0).toISOString(),
    readAt: at(minute).toISOString(),
  },
  dueAt: at(minute + 30),
  worst: [
    { name: `CVE-${number}`, severity: 'HIGH', description: 'ü "quoted"' },
  ],
  image: { digest: digestOf(number), tags: ['v1'], kind: 'image' },
  ...rest,
});
const stateOf = ({ repositoryArn, digest, scan, dueAt }: KeptScanDetails) => ({
  repositoryArn,
  digest,
  scan,
  dueAt,
});

describe.each(storeDatabases())('the stores on $name', ({ open }) => {
  const create = async () => {
    const { database } = await open();
    return openDatabase(database, '@shopstack/plugin-ecr-backend');
  };

  describe('ScanStore', () => {
    it('keeps all that was read, and replaces it', async () => {
      const store = new ScanStore(await create());
      await store.save([scanOf(1), scanOf(2)]);
      await store.save([
        scanOf(2, 5, {
          scan: {
            status: 'FAILED',
            reason: 'why',
            readAt: at(5).toISOString(),
          },
          worst: [],
          image: undefined,
        }),
      ]);

      const found = await store.ofImages([
        digestOf(1),
        digestOf(2),
        digestOf(3),
      ]);
      expect(found.sort((a, b) => a.digest.localeCompare(b.digest))).toEqual([
        scanOf(1),
        {
          repositoryArn: ARN,
          digest: digestOf(2),
          scan: {
            status: 'FAILED',
            reason: 'why',
            readAt: at(5).toISOString(),
          },
          dueAt: at(35),
          worst: [],
        },
      ]);
    });

    it('tells the same image of two repositories apart', async () => {
      const store = new ScanStore(await create());
      await store.save([scanOf(1), scanOf(1, 0, { repositoryArn: OTHER })]);
      expect(await store.ofImages([digestOf(1)])).toHaveLength(2);
      expect([...(await store.ofRepository(ARN)).values()]).toEqual([
        stateOf(scanOf(1)),
      ]);
    });

    it('sees what another replica has written since', async () => {
      const knex = await create();
      let now = at(20);
      const [mine, theirs] = [
        new ScanStore(knex, () => now),
        new ScanStore(knex, () => now),
      ];
      await mine.save([scanOf(1), scanOf(2)]);
      expect((await mine.ofRepository(ARN)).size).toBe(2);

      // Visible later, although it was written a little before the last.
      now = at(19.9);
      await theirs.save([scanOf(3)]);
      now = at(30);
      await theirs.save([
        scanOf(1, 30, { scan: { ...scanOf(1, 30).scan, counts: { LOW: 7 } } }),
      ]);
      await theirs.expire(ARN, digestOf(2));
      const seen = await mine.ofRepository(ARN);
      expect(seen.get(digestOf(1))?.scan.counts).toEqual({ LOW: 7 });
      expect(seen.get(digestOf(2))?.dueAt).toEqual(at(30));
      expect(seen.get(digestOf(3))).toEqual(stateOf(scanOf(3)));
    });

    it('notes that something is due, without pretending to have read it', async () => {
      const store = new ScanStore(await create(), () => at(1));
      await store.save([scanOf(1)]);
      await store.expire(ARN, digestOf(1));
      await store.expire(ARN, digestOf(9));

      const seen = await store.ofRepository(ARN);
      expect(seen.get(digestOf(1))).toEqual({
        ...stateOf(scanOf(1)),
        dueAt: at(1),
      });
      expect(seen.size).toBe(1);
    });

    it('forgets what was not read for long', async () => {
      const store = new ScanStore(await create());
      await store.save([scanOf(1, 0), scanOf(2, 20)]);
      expect(await store.prune(at(10))).toBe(1);
      expect(await store.ofImages([digestOf(1), digestOf(2)])).toEqual([
        scanOf(2, 20),
      ]);
    });

    it('takes more than one statement holds', async () => {
      const store = new ScanStore(await create());
      const many = Array.from({ length: 1_200 }, (_, index) => scanOf(index));
      await store.save(many);
      expect((await store.ofRepository(ARN)).size).toBe(1_200);
      expect(
        await store.ofImages(many.map(({ digest }) => digest)),
      ).toHaveLength(1_200);
    });
  });

  describe('ManifestStore', () => {
    const index = {
      digest: digestOf(1),
      commit: 'abcdef0',
      children: [
        { digest: digestOf(2), platform: 'linux/amd64' },
        { digest: digestOf(3), platform: 'linux/arm64' },
        { digest: digestOf(3) },
      ],
    };

    it('finds manifests, and the indexes of an image', async () => {
      const store = new ManifestStore(await create());
      await store.save(
        ARN,
        [index, { digest: digestOf(4), children: [] }],
        at(0),
      );
      await store.save(ARN, [index], at(5));

      expect(await store.find(ARN, [digestOf(1), digestOf(9)])).toEqual([
        index,
      ]);
      expect(await store.find(OTHER, [digestOf(1)])).toEqual([]);
      expect(await store.indexesOf([digestOf(3), digestOf(3)])).toEqual([
        {
          repositoryArn: ARN,
          childDigest: digestOf(3),
          indexDigest: digestOf(1),
        },
      ]);
      expect(await store.indexesOf([])).toEqual([]);
    });
  });

  it('goes back', async () => {
    const { knex, database } = await open();
    await openDatabase(database, '@shopstack/plugin-ecr-backend');
    await knex.migrate.rollback({
      directory: `${__dirname}/../../migrations`,
    });
    expect(await knex.schema.hasTable('ecr_scans')).toBe(false);
  });
});
