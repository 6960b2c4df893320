import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type OwnedWorld } from '../world/createWorld';
import type { WorldEventMap } from '../world/types';

const author = { name: 'Platform', email: 'platform@shopstack.example' };

describe('GitRepositories', () => {
  let state: string;
  let world: OwnedWorld;
  let pushes: WorldEventMap['push'][];

  beforeEach(async () => {
    state = mkdtempSync(join(tmpdir(), 'git-repositories-'));
    world = createWorld({
      stateDirectory: state,
    });
    pushes = [];
    world.events.on('push', event => {
      pushes.push(event);
    });
    await world.repositories.create('apps-sre');
  });

  afterEach(async () => {
    await world.close();
    rmSync(state, { recursive: true, force: true });
  });

  function write(
    files: Record<string, string | Uint8Array | undefined>,
    options: { branch?: string; from?: string; message?: string } = {},
  ) {
    return world.repositories.write('apps-sre', {
      branch: 'main',
      message: 'Change files',
      author,
      changes: new Map(Object.entries(files)),
      ...options,
    });
  }

  it('writes commits that read back, with the time of the world', async () => {
    world.clock.setNow(new Date('2030-01-02T03:04:05Z'));
    const sha = await write(
      { 'a.txt': 'a\n', 'services/b/c.txt': 'größer\n' },
      { message: 'Add files\n\nTrailer: yes\n' },
    );
    const commit = await world.repositories.commit('apps-sre', 'main');
    expect(commit).toMatchObject({
      sha,
      parents: [],
      message: 'Add files\n\nTrailer: yes',
      author: { ...author },
    });
    expect(commit.author.date).toMatch(/^2030-01-02T03:04:0\d/);
    await expect(
      world.repositories.readTree('apps-sre', 'main'),
    ).resolves.toEqual(
      new Map([
        ['a.txt', 'a\n'],
        ['services/b/c.txt', 'größer\n'],
      ]),
    );
    await expect(
      world.repositories.readFile('apps-sre', sha, 'services/b/c.txt'),
    ).resolves.toBe('größer\n');
    await expect(
      world.repositories.readFile('apps-sre', sha, 'services'),
    ).resolves.toBeUndefined();
    expect(pushes).toEqual([
      { repository: 'apps-sre', branch: 'main', before: undefined, after: sha },
    ]);
  });

  it('removes files, replaces a folder by a file, and keeps the rest', async () => {
    const first = await write({ 'a/b': '1', 'a/c': '2', keep: '3' });
    const second = await write({
      'a/b': undefined,
      'a/c': undefined,
      a: 'a file',
    });
    await expect(
      world.repositories.listFiles('apps-sre', 'main'),
    ).resolves.toEqual(['a', 'keep']);
    await expect(
      world.repositories.changedFiles('apps-sre', first, second),
    ).resolves.toEqual(['a', 'a/b', 'a/c']);
  });

  it('lists the log of a path with paging', async () => {
    await write({ one: '1' }, { message: 'one' });
    await write({ two: '1' }, { message: 'two' });
    await write({ one: '2' }, { message: 'one again' });
    const read = async (options: {
      path?: string;
      max?: number;
      skip?: number;
    }) =>
      (
        await world.repositories.log('apps-sre', { ref: 'main', ...options })
      ).map(commit => commit.message);
    await expect(read({})).resolves.toEqual(['one again', 'two', 'one']);
    await expect(read({ path: 'one' })).resolves.toEqual(['one again', 'one']);
    await expect(read({ max: 1, skip: 1 })).resolves.toEqual(['two']);
  });

  it('makes a branch from another, and no commit where nothing changes', async () => {
    const main = await write({ a: '1' });
    const branch = await write(
      { a: '1' },
      { branch: 'feature/x', from: 'main' },
    );
    expect(branch).toBe(main);
    const next = await write({ a: '2' }, { branch: 'feature/x' });
    await expect(
      world.repositories.isAncestor('apps-sre', main, next),
    ).resolves.toBe(true);
    await expect(
      world.repositories.isAncestor('apps-sre', next, main),
    ).resolves.toBe(false);
    await expect(world.repositories.branches('apps-sre')).resolves.toEqual([
      { name: 'feature/x', sha: next },
      { name: 'main', sha: main },
    ]);
  });

  it('loses none of many writes at once', async () => {
    await write({ start: '' });
    const names = Array.from({ length: 8 }, (_, index) => `file-${index}`);
    await Promise.all(names.map(name => write({ [name]: name })));
    await expect(
      world.repositories.listFiles('apps-sre', 'main'),
    ).resolves.toEqual([...names, 'start']);
  });

  it('writes although a killed process left a lock', async () => {
    await write({ a: '1' });
    const lock = join(
      world.repositories.directory('apps-sre'),
      'refs/heads/main.lock',
    );
    writeFileSync(lock, '');
    utimesSync(lock, new Date(0), new Date(0));
    await write({ a: '2' });
    await expect(
      world.repositories.readFile('apps-sre', 'main', 'a'),
    ).resolves.toBe('2');
  });

  it('refuses paths and names that lead elsewhere', async () => {
    await expect(write({ '../x': '' })).rejects.toThrow('Not a path');
    await expect(write({ 'a/.git/config': '' })).rejects.toThrow('Not a path');
    await expect(write({ a: '' }, { branch: '-x' })).rejects.toThrow(
      'Not a name of a branch',
    );
    expect(() => world.repositories.directory('../x')).toThrow('Not a name');
    await expect(
      world.repositories.resolve('apps-sre', '--all'),
    ).resolves.toBeUndefined();
    await expect(
      world.repositories.readTree('nothing-here', 'main'),
    ).rejects.toThrow("no repository 'nothing-here'");
  });
});
