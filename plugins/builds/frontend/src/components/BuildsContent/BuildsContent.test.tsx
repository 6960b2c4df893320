import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { build, page, project, WHOLE } from '../../__testUtils__/builds';
import { renderBuilds } from '../../__testUtils__/renderBuilds';
import { responseError } from '../../__testUtils__/responseError';

const firstRow = async () => (await screen.findAllByRole('row'))[1];

describe('BuildsContent', () => {
  it('shows status, commit, initiator, trigger, age, duration and image of a build', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const succeeded = build({
      status: 'succeeded',
      durationSeconds: 120,
      imageDigest: digest,
    });
    renderBuilds({ api: { listBuilds: async () => page([succeeded]) } });
    const row = await firstRow();
    expect(row).toHaveTextContent('#812');
    expect(row).toHaveTextContent('shopstack-orders');
    expect(row).toHaveTextContent('AWS CodeBuild');
    expect(within(row).getByText('Succeeded')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: '4f2a9c1' })).toHaveAttribute(
      'href',
      succeeded.commitUrl,
    );
    expect(row).toHaveTextContent('Round prices half-up');
    expect(row).toHaveTextContent('shopstack-github-actions');
    expect(row).toHaveTextContent('Push');
    expect(row).toHaveTextContent('3 min ago');
    expect(row).toHaveTextContent('2 min');
    expect(row).toHaveTextContent('20 % slower than usual');
    expect(
      within(row).getByRole('link', { name: 'sha256:aaaaaaaa' }),
    ).toHaveAttribute(
      'href',
      `/catalog/default/component/orders/images?search=${encodeURIComponent(digest)}`,
    );
    expect(
      within(row).getByRole('button', { name: 'Copy image digest' }),
    ).toBeInTheDocument();
  });

  it('gives each status a word and a shape of its own', async () => {
    const statuses = [
      ['succeeded', 'Succeeded'],
      ['failed', 'Failed'],
      ['fault', 'Executor fault'],
      ['in-progress', 'In progress'],
      ['stopped', 'Stopped'],
      ['timed-out', 'Timed out'],
      ['queued', 'Queued'],
    ] as const;
    const items = statuses.map(([status], index) =>
      build({ id: `orders:${index}`, status }),
    );
    renderBuilds({ api: { listBuilds: async () => page(items) } });
    await firstRow();
    const shapes = statuses.map(
      ([, word]) =>
        screen
          .getByText(word, { selector: 'span' })
          .parentElement!.querySelector('svg')!.innerHTML,
    );
    expect(new Set(shapes).size).toBe(statuses.length);
  });

  it('shows what is known of a build that has just begun', async () => {
    const begun = build({
      id: 'run/7a',
      executor: 'github-actions',
      number: undefined,
      status: 'in-progress',
      startedAt: undefined,
      durationSeconds: undefined,
      commit: undefined,
      initiator: undefined,
      phases: [],
    });
    renderBuilds({ api: { listBuilds: async () => page([begun]) } });
    const row = await firstRow();
    expect(row).toHaveTextContent('In progress');
    expect(row).toHaveTextContent('GitHub Actions');
    expect(row).not.toHaveTextContent('NaN');
  });

  it('adds older builds on demand, by the cursor', async () => {
    const user = userEvent.setup();
    const older = build({ id: 'shopstack-orders:old', number: 700 });
    const listBuilds = jest.fn(async (_ref, query) =>
      query?.cursor
        ? page([older])
        : page([build()], { nextCursor: 'further' }),
    );
    renderBuilds({ api: { listBuilds } });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('#700')).toBeInTheDocument();
    expect(screen.getByText('#812')).toBeInTheDocument();
    expect(screen.getByText(/these are all/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Show more' }),
    ).not.toBeInTheDocument();
  });

  it('keeps the builds of one executor when the other is down', async () => {
    renderBuilds({
      api: {
        listBuilds: async () =>
          page([build()], {
            sources: [
              ...WHOLE,
              { source: 'github-actions', state: 'unavailable' },
            ],
          }),
      },
    });
    expect(
      await screen.findByText('GitHub Actions is unavailable'),
    ).toBeInTheDocument();
    expect(screen.getByText('#812')).toBeInTheDocument();
  });

  it('says what would start a build when there is none', async () => {
    renderBuilds();
    expect(
      await screen.findByText('Nothing has been built yet'),
    ).toBeInTheDocument();
  });

  it('names the annotation to add when no project is known, with a button that copies it', async () => {
    renderBuilds({
      api: { listBuilds: async () => page([], { projects: [] }) },
    });
    expect(
      await screen.findByText('No build project is known for this component'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/aws\.amazon\.com\/aws-codebuild-project-arn: arn:aws/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy annotation' }),
    ).toBeInTheDocument();
  });

  it('repeats what is wrong with a malformed annotation', async () => {
    const error = await responseError(400, "'nonsense' is no ARN of a project");
    renderBuilds({
      api: {
        listBuilds: async () => {
          throw error;
        },
      },
    });
    expect(
      await screen.findByText("'nonsense' is no ARN of a project"),
    ).toBeInTheDocument();
  });

  it('says that our own backend does not answer', async () => {
    renderBuilds({
      api: {
        listBuilds: async () => {
          throw new Error('Request failed with 502');
        },
      },
    });
    expect(
      await screen.findByText('The builds could not be read'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });

  it('offers to choose a project only where there are several', async () => {
    renderBuilds({
      api: {
        listBuilds: async () =>
          page([build()], {
            projects: [project(), project({ key: 'other', name: 'Deploy' })],
          }),
      },
    });
    expect(
      await screen.findByRole('button', { name: /All projects/ }),
    ).toBeInTheDocument();
  });
});
