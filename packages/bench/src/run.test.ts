import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { againstPeers } from './benchmarks/againstPeers';
import type { Line } from './measure/judgeLines';
import { run } from './run';

const checkout = resolve(__dirname, '../../..');

describe('run', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  const tools = {
    root: checkout,
    node: process.execPath,
    yarn: 'yarn.js',
    yarnSettings: {},
    machinePath: '',
  };
  const out: string[] = [];
  const error: string[] = [];
  const console = {
    out: (text: string) => out.push(text),
    error: (text: string) => error.push(text),
  };
  const benchmark = (name: string, measure: () => Promise<Line[]>) =>
    againstPeers({ name, title: `about ${name}`, goal: 'little', measure });
  const line = (ours: number): Line => ({
    what: 'calls',
    unit: 'calls',
    ours,
    goal: { atMost: 3 },
  });
  const good = benchmark('good', async () => [line(3)]);
  const bad = benchmark('bad', async () => [line(4)]);
  const broken = benchmark('broken', async () => {
    throw new Error('no such upstream');
  });
  const all = [good, bad, broken];

  beforeEach(() => {
    out.length = 0;
    error.length = 0;
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each([
    [['good'], 0],
    [['bad'], 1],
    [['good', 'bad'], 1],
    [['bad', 'good'], 1],
    [['broken', 'good'], 1],
  ])('of %j answers %d', async (names, code) => {
    expect(await run(names, tools, console, all)).toBe(code);
    const document = JSON.parse(out.join('\n'));
    expect(document.passed).toBe(code === 0);
    expect(
      document.results.map((each: { name: string }) => each.name).sort(),
    ).toEqual([...names].sort());
  });

  it('puts the document alone on standard output and the table on standard error', async () => {
    await run(['bad', 'broken'], tools, console, all);
    expect(out).toHaveLength(1);
    const said = error.join('\n');
    expect(said).toMatch(/^calls +4 +- +- +<= 3 +calls +MISSED$/m);
    expect(said).toContain('broken could not be measured: no such upstream');
  });
});
