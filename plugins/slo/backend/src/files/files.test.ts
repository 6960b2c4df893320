import { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { MemoryReadModel, ObservedSource } from '@shopstack/plugin-kit-node';
import { DefaultEntitySloFiles } from './EntitySloFiles';
import { MOST_BYTES, SloFileReader } from './readSloFile';

const FOLDER = 'https://github.com/shop/apps/tree/main/services/cart';

const GOOD = `version: prometheus/v1
service: cart
slos:
  - name: availability
    objective: 99.9
    sli:
      events:
        error_query: sum(rate(x{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(x[{{.window}}]))
    alerting: {name: High}
  - name: broken
    objective: 100
    sli:
      events:
        error_query: sum(rate(x{code=~"5.."}[{{.window}}]))
        total_query: sum(rate(x[{{.window}}]))
    alerting: {name: High}
`;

type Answer = string | Error | (() => Readable);

function setup(answers: Record<string, Answer>) {
  const readUrl = jest.fn(async (url: string) => {
    const answer = answers[url.slice(FOLDER.length + 1)];
    if (answer instanceof Error) throw answer;
    if (typeof answer === 'function') {
      return { buffer: async () => Buffer.alloc(0), stream: answer };
    }
    return { buffer: async () => Buffer.from(answer) };
  });
  const files = new DefaultEntitySloFiles({
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    reader: new SloFileReader({ readUrl }),
    observed: new ObservedSource({
      readModel: new MemoryReadModel(),
      logger: mockServices.logger.mock(),
      watchMs: 0,
    }),
  });
  const read = () =>
    files.read({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'cart',
        annotations: {
          'backstage.io/source-location': `url:${FOLDER}/`,
          'shopstack.dev/slo-files': Object.keys(answers).join(','),
        },
      },
    });
  return { readUrl, read };
}

const page = (file: string, line?: number) =>
  `https://github.com/shop/apps/blob/main/services/cart/${file}${line ? `#L${line}` : ''}`;

describe('the SLO files of an entity', () => {
  it('are read once for all who ask, with what is good and what is not', async () => {
    const { read, readUrl } = setup({ 'slo.yaml': GOOD });
    const { specifications, problems, sources } = await read();
    expect(specifications).toEqual([
      {
        specification: expect.objectContaining({ name: 'availability' }),
        url: page('slo.yaml', 4),
        line: 4,
        yaml: expect.stringMatching(
          /^- name: availability\n {2}objective: 99.9\n/,
        ),
      },
    ]);
    expect(specifications[0].yaml).not.toContain('broken');
    expect(problems).toEqual([
      {
        url: page('slo.yaml', 12),
        line: 12,
        reason: expect.stringContaining('100'),
      },
    ]);
    expect(sources).toEqual([
      expect.objectContaining({
        source: 'slo-files',
        instance: 'github.com/shop/apps/blob/main/services/cart/slo.yaml',
        state: 'ok',
      }),
    ]);
    await read();
    expect(readUrl).toHaveBeenCalledTimes(1);
  });

  it('that cannot be taken apart, are not there or too long do not hide the others', async () => {
    const { read } = setup({
      'a.yaml': 'version: [',
      'b.yaml': new NotFoundError('no such file'),
      'c.yaml': 'x'.repeat(MOST_BYTES + 1),
      'd.yaml': GOOD,
    });
    const { specifications, problems, sources } = await read();
    expect(specifications).toHaveLength(1);
    expect(problems.map(({ url }) => url.replace(/#.*/, ''))).toEqual(
      ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'].map(file => page(file)),
    );
    expect(problems[1].reason).toBe(
      'There is no such file, or the portal may not read it',
    );
    expect(problems[2].reason).toBe('The file is longer than 1 MiB');
    expect(sources.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('are not read further than they may be long', async () => {
    let sent = 0;
    const endless = () =>
      Readable.from(
        (function* chunks() {
          for (;;) {
            sent += 65_536;
            yield Buffer.alloc(65_536, 'a');
          }
        })(),
      );
    const { read } = setup({ 'slo.yaml': endless });
    expect((await read()).problems[0].reason).toContain('longer than 1 MiB');
    expect(sent).toBeLessThan(2 * MOST_BYTES);
  });

  it.each([
    [
      new Error(`Request failed for ${FOLDER}, 502 Bad Gateway`),
      'github.com fails (502)',
    ],
    [
      new Error(`Request failed for ${FOLDER}, 401 Unauthorized`),
      "github.com refuses the portal's credentials (401)",
    ],
    [
      new NotAllowedError('Reading is not allowed'),
      'github.com does not let the portal read this',
    ],
    [
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
      'github.com cannot be reached',
    ],
    [new Error('token ghp_secret'), 'github.com fails'],
  ])(
    'of a host that fails (%s) are a source in trouble',
    async (error, reason) => {
      const { read } = setup({ 'slo.yaml': error });
      const { specifications, problems, sources } = await read();
      expect([specifications, problems]).toEqual([[], []]);
      expect(sources).toEqual([
        expect.objectContaining({
          source: 'slo-files',
          state: 'unavailable',
          reason,
        }),
      ]);
    },
  );

  it('state an objective once', async () => {
    const { read } = setup({ 'a.yaml': GOOD, 'b.yaml': GOOD });
    const { specifications, problems } = await read();
    expect(specifications.map(({ url }) => url)).toEqual([page('a.yaml', 4)]);
    expect(problems.at(-1)).toEqual({
      url: page('b.yaml', 4),
      line: 4,
      reason: `The objective cart-availability is stated in another file already: ${page('a.yaml', 4)}`,
    });
  });

  it('are none without the annotation', async () => {
    const { read, readUrl } = setup({});
    expect(await read()).toEqual({
      specifications: [],
      problems: [],
      sources: [],
    });
    expect(readUrl).not.toHaveBeenCalled();
  });
});
