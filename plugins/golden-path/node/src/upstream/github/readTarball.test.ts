import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { readTarball } from './readTarball';

type Entry = Parameters<ReturnType<typeof pack>['entry']>[0];

async function archive(entries: [Entry, (string | Buffer)?][]) {
  const tar = pack();
  for (const [header, content] of entries) {
    tar.entry(header, content ?? '');
  }
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) {
    chunks.push(chunk as Buffer);
  }
  return gzipSync(Buffer.concat(chunks));
}

const read = (
  bytes: Uint8Array,
  limits?: { bytes: number; files: number },
  signal = new AbortController().signal,
) =>
  readTarball(
    (async function* parts() {
      yield bytes;
    })(),
    signal,
    limits,
  );

describe('readTarball', () => {
  it('reads texts with their modes, and knows of what it does not read', async () => {
    const tree = await read(
      await archive([
        [{ name: 'top/', type: 'directory' }],
        [{ name: 'top/run.sh', mode: 0o755 }, '#!/bin/sh\n'],
        [{ name: 'top/a/ü.yaml', mode: 0o644 }, 'a: "é"\r\n'],
        [{ name: 'top/logo.png' }, Buffer.from([0x89, 0x50, 0, 1])],
        [{ name: 'top/latin1.txt' }, Buffer.from([0xe9])],
        [{ name: 'top/large.txt' }, 'x'.repeat(1024 * 1024 + 1)],
        [{ name: 'top/link', type: 'symlink', linkname: '/etc/passwd' }],
        [{ name: `top/${'long/'.repeat(60)}file` }, 'deep'],
      ]),
    );
    expect(Object.fromEntries(tree.files)).toEqual({
      'run.sh': '#!/bin/sh\n',
      'a/ü.yaml': 'a: "é"\r\n',
      [`${'long/'.repeat(60)}file`]: 'deep',
    });
    expect([...tree.opaque].sort()).toEqual([
      'large.txt',
      'latin1.txt',
      'link',
      'logo.png',
    ]);
    expect([...tree.executable]).toEqual(['run.sh']);
  });

  it('stops at an archive that unpacks to too much', async () => {
    const bomb = await archive([
      [{ name: 'top/zeros' }, Buffer.alloc(5_000_000)],
    ]);
    expect(bomb.byteLength).toBeLessThan(10_000);
    await expect(
      read(bomb, { bytes: 1_000_000, files: 10 }),
    ).rejects.toMatchObject({ fault: 'rejected' });
    const many = await archive(
      Array.from({ length: 20 }, (_, index) => [{ name: `top/${index}` }]),
    );
    await expect(read(many, { bytes: 1_000_000, files: 10 })).rejects.toThrow(
      'more than 10 files',
    );
  });

  it.each([
    ['no gzip', Buffer.from('<html>')],
    ['no tar', gzipSync(Buffer.alloc(2048, 7))],
    ['half an archive', undefined],
  ])('calls %s malformed', async (_, bytes) => {
    const whole = await archive([[{ name: 'top/a' }, 'x'.repeat(5000)]]);
    await expect(
      read(bytes ?? whole.subarray(0, whole.length / 2)),
    ).rejects.toMatchObject({ fault: 'malformed' });
  });

  it('stops when the caller does', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      read(
        await archive([[{ name: 'top/a' }, 'a']]),
        undefined,
        controller.signal,
      ),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
