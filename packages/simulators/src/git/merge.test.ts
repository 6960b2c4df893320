import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorld, type OwnedWorld } from '../world/createWorld';
import { createCommit } from './createCommit';
import { mergeTrees } from './merge';

const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
const edited = (index: number, text: string) =>
  lines.map((line, at) => (at === index ? text : line)).join('\n');

describe('mergeTrees', () => {
  let state: string;
  let world: OwnedWorld;
  let base: string;

  beforeAll(async () => {
    state = mkdtempSync(join(tmpdir(), 'merge-'));
    world = createWorld({
      stateDirectory: state,
    });
    await world.repositories.create('r');
    base = await side('main', {
      text: lines.join('\n'),
      gone: 'here',
      same: 'same',
      binary: new Uint8Array([0, 1, 2]),
    });
  });

  afterAll(async () => {
    await world.close();
    rmSync(state, { recursive: true, force: true });
  });

  function side(
    branch: string,
    files: Record<string, string | Uint8Array | undefined>,
  ) {
    return world.repositories.write('r', {
      branch,
      from: branch === 'main' ? undefined : 'main',
      message: branch,
      author: { name: 'Platform', email: 'platform@shopstack.example' },
      changes: new Map(Object.entries(files)),
    });
  }

  const merge = (ours: string, theirs: string) =>
    mergeTrees(world.repositories.directory('r'), { base, ours, theirs });

  it('joins changes of different files and of different lines of one file', async () => {
    const ours = await side('ours-1', { text: edited(0, 'mine'), new: 'n' });
    const theirs = await side('theirs-1', {
      text: edited(11, 'yours'),
      gone: undefined,
      'folder/file': 'f',
    });
    const { tree } = await merge(ours, theirs);
    const listing = await mergedFiles(tree!);
    expect([...listing.keys()]).toEqual([
      'binary',
      'folder/file',
      'new',
      'same',
      'text',
    ]);
    expect(listing.get('text')).toBe(
      ['mine', ...lines.slice(1, 11), 'yours'].join('\n'),
    );
  });

  it.each([
    [
      'the same line',
      { text: edited(3, 'a') },
      { text: edited(3, 'b') },
      'text',
    ],
    ['an edit and a removal', { gone: 'edited' }, { gone: undefined }, 'gone'],
    ['two new files', { new: 'a' }, { new: 'b' }, 'new'],
    [
      'a binary file',
      { binary: new Uint8Array([0, 9]) },
      { binary: new Uint8Array([0, 8]) },
      'binary',
    ],
    ['a file where the other has a folder', { x: '' }, { 'x/y': '' }, 'x'],
    ['a folder where the other has a file', { 'x/y': '' }, { x: '' }, 'x'],
  ])('reports a conflict in %s', async (name, one, other, path) => {
    const key = name.replace(/ /g, '-');
    const ours = await side(`ours-${key}`, one);
    const theirs = await side(`theirs-${key}`, other);
    await expect(merge(ours, theirs)).resolves.toEqual({ conflicts: [path] });
  });

  async function mergedFiles(tree: string) {
    const commit = await createCommit(world.repositories.directory('r'), {
      tree,
      parents: [],
      message: 'merged',
      author: { name: 'a', email: 'a@b', date: new Date() },
    });
    return world.repositories.readTree('r', commit);
  }
});
