import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORGE_ADMIN_TOKEN } from './authentication';
import { startForge, type TestForge } from './testing/startForge';

describe('the ordinary git client', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await startForge();
    await forge.commit('main', { 'README.md': '# apps\n', 'a/b.txt': 'b\n' });
    await forge.git(['clone', '--quiet', forge.remote(), 'clone']);
  });

  afterAll(() => forge.close());

  async function commitFile(name: string, content: string) {
    writeFileSync(join(forge.folder, 'clone', name), content);
    await forge.git(['add', '.'], 'clone');
    await forge.git(['commit', '--quiet', '-m', `Write ${name}`], 'clone');
    return (await forge.git(['rev-parse', 'HEAD'], 'clone')).trim();
  }

  it('clones, pushes a branch, which the world hears of, and fetches', async () => {
    await forge.git(['checkout', '--quiet', '-b', 'feature/x'], 'clone');
    const sha = await commitFile('new.txt', 'new\n');
    await forge.git(['push', '--quiet', 'origin', 'feature/x'], 'clone');
    expect(forge.pushes.at(-1)).toEqual({
      repository: 'apps-sre',
      branch: 'feature/x',
      before: undefined,
      after: sha,
    });
    const next = await forge.commit('feature/x', { 'new.txt': 'newer\n' });
    await forge.git(['pull', '--quiet', 'origin', 'feature/x'], 'clone');
    expect((await forge.git(['rev-parse', 'HEAD'], 'clone')).trim()).toBe(next);
  });

  it('pushes several megabytes', async () => {
    await forge.git(
      ['checkout', '--quiet', '-B', 'large', 'origin/main'],
      'clone',
    );
    const noise = Buffer.from(
      Array.from({ length: 3_000_000 }, (_, index) => (index * index) % 251),
    );
    writeFileSync(join(forge.folder, 'clone', 'large.bin'), noise);
    const sha = await commitFile('beside.txt', '');
    await forge.git(
      ['-c', 'http.postBuffer=65536', 'push', '--quiet', 'origin', 'large'],
      'clone',
    );
    await expect(
      forge.world.repositories.resolve('apps-sre', 'large'),
    ).resolves.toBe(sha);
  });

  it('cannot push to main, unless it is an administrator', async () => {
    await forge.git(
      ['checkout', '--quiet', '-B', 'direct', 'origin/main'],
      'clone',
    );
    const sha = await commitFile('direct.txt', 'direct\n');
    const before = await forge.world.repositories.resolve('apps-sre', 'main');
    await expect(
      forge.git(['push', 'origin', 'direct:main', 'direct:other'], 'clone'),
    ).rejects.toMatchObject({
      stderr: expect.stringMatching(/GH006: Protected branch[^]*rejected/),
    });
    const resolve = (ref: string) =>
      forge.world.repositories.resolve('apps-sre', ref);
    await expect(resolve('main')).resolves.toBe(before);
    await expect(resolve('other')).resolves.toBe(sha);
    await forge.git(
      ['push', '--quiet', forge.remote(FORGE_ADMIN_TOKEN), 'direct:main'],
      'clone',
    );
    await expect(resolve('main')).resolves.toBe(sha);
  });

  it('is refused without a token and with a wrong one', async () => {
    const anonymous = await fetch(
      `${forge.url}/shopstack/apps-sre.git/info/refs?service=git-upload-pack`,
    );
    expect(anonymous.status).toBe(401);
    expect(anonymous.headers.get('www-authenticate')).toContain('Basic');
    await expect(
      forge.git(['clone', '--quiet', forge.remote('wrong'), 'wrong']),
    ).rejects.toThrow('Authentication failed');
    const unknown = forge.remote().replace('apps-sre', 'nothing');
    await expect(
      forge.git(['clone', '--quiet', unknown, 'nothing']),
    ).rejects.toThrow('not found');
  });

  it('pushes although a killed process left a lock', async () => {
    const directory = forge.world.repositories.directory('apps-sre');
    const lock = join(directory, 'refs/heads/locked.lock');
    mkdirSync(join(directory, 'refs/heads'), { recursive: true });
    writeFileSync(lock, '');
    utimesSync(lock, new Date(0), new Date(0));
    await forge.git(['push', '--quiet', 'origin', 'HEAD:locked'], 'clone');
    await expect(
      forge.world.repositories.resolve('apps-sre', 'locked'),
    ).resolves.toBeDefined();
  });
});
