import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  build,
  details,
  ENTITY_REF,
  page,
  WHOLE,
} from '../../__testUtils__/builds';
import { renderBuilds } from '../../__testUtils__/renderBuilds';
import { responseError } from '../../__testUtils__/responseError';

const ADDRESS = '?build=aws-codebuild%2Fshopstack-orders%3A1f2e';
const NAME = 'Build #812 shopstack-orders';

const address = () => screen.getByTestId('address').textContent;
const drawer = () => screen.findByRole('dialog', { name: NAME });

const answers = (part = {}) => ({
  listBuilds: async () => page([build()]),
  getBuild: async () => ({ items: [details(part)], sources: WHOLE }),
});

describe('an open build', () => {
  it('opens from its row into the address, and closes with Escape', async () => {
    const user = userEvent.setup();
    renderBuilds({ api: answers(), address: '?search=main' });
    await user.click(
      await screen.findByRole('link', {
        name: 'Open build #812 of shopstack-orders',
      }),
    );
    await drawer();
    expect(address()).toBe(`?search=main&${ADDRESS.slice(1)}`);
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(address()).toBe('?search=main');
  });

  it('opens by a click on its row', async () => {
    const user = userEvent.setup();
    renderBuilds({ api: answers() });
    await user.click(await screen.findByText('3 min ago'));
    expect(await drawer()).toBeInTheDocument();
    expect(address()).toBe(ADDRESS);
  });

  it('lists the phases with their status and time, and why one failed', async () => {
    renderBuilds({ api: answers(), address: ADDRESS });
    const phases = within(await drawer()).getByRole('list', {
      name: 'Phases of build #812',
    });
    const items = within(phases).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'INSTALLSucceeded12 s',
      expect.stringMatching(/^BUILDFailed1 min 40 snpm test: exit status 1/),
    ]);
  });

  it('shows tests, coverage, failed cases and exported variables', async () => {
    const reports = [
      {
        name: 'unit',
        kind: 'test' as const,
        status: 'failed' as const,
        tests: {
          total: 124,
          passed: 120,
          failed: 3,
          errored: 0,
          skipped: 1,
          unknown: 0,
        },
        failedCases: [{ name: 'rounds half-up', message: 'expected 2' }],
      },
      {
        name: 'lines',
        kind: 'coverage' as const,
        status: 'succeeded' as const,
        coverage: { linePercent: 81.44 },
      },
    ];
    const variables = [{ name: 'IMAGE_TAG', value: '4f2a9c1' }];
    renderBuilds({ api: answers({ reports, variables }), address: ADDRESS });
    const table = await screen.findByRole('table', {
      name: 'Tests and coverage',
    });
    expect(table).toHaveTextContent('120 of 124 passed, 3 failed, 1 skipped');
    expect(table).toHaveTextContent('lines 81.4 %');
    expect(screen.getByText('rounds half-up')).toBeInTheDocument();
    expect(screen.getByText('expected 2')).toBeInTheDocument();
    expect(screen.getByText(/2 more failed/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy IMAGE_TAG' }),
    ).toBeInTheDocument();
  });

  it('shows what the list knows when the build itself cannot be read', async () => {
    renderBuilds({
      api: {
        ...answers(),
        getBuild: async () => ({
          items: [],
          sources: [{ source: 'aws-codebuild', state: 'unavailable' }],
        }),
        readLog: async () => ({ lines: [], complete: true, sources: [] }),
      },
      address: ADDRESS,
    });
    expect(
      await within(await drawer()).findByText('AWS CodeBuild is unavailable'),
    ).toBeInTheDocument();
    expect(screen.getByText('npm test: exit status 1')).toBeInTheDocument();
  });

  it('opens a build that the list does not reach', async () => {
    renderBuilds({
      api: { ...answers(), listBuilds: async () => page([]) },
      address: ADDRESS,
    });
    expect(
      within(await drawer()).getByText('npm test: exit status 1'),
    ).toBeInTheDocument();
  });

  it('says that a build is not there', async () => {
    const notFound = await responseError(404, 'No such build');
    renderBuilds({
      api: {
        ...answers(),
        listBuilds: async () => page([]),
        getBuild: async () => {
          throw notFound;
        },
      },
      address: ADDRESS,
    });
    expect(
      await screen.findByText('This build cannot be found'),
    ).toBeInTheDocument();
  });

  it('offers a viewer neither to run it again nor to stop it', async () => {
    renderBuilds({ api: answers(), address: ADDRESS, granted: [] });
    await screen.findByText('npm test: exit status 1');
    expect(
      screen.getByRole('link', { name: 'Open at AWS CodeBuild' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Run again' })).toBeNull();
  });

  it('runs it again with a key, and opens the new build', async () => {
    const user = userEvent.setup();
    const again = build({ id: 'shopstack-orders:new', number: 813 });
    const retryBuild = jest.fn(async () => again);
    renderBuilds({
      api: {
        ...answers(),
        retryBuild,
        getBuild: async (_ref, { id }) => ({
          items: [details({ build: id === again.id ? again : build() })],
          sources: WHOLE,
        }),
      },
      address: ADDRESS,
    });
    await user.click(await screen.findByRole('button', { name: 'Run again' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Run build #812 again',
    });
    await user.click(within(dialog).getByRole('button', { name: 'Run again' }));
    expect(
      await screen.findByRole('dialog', { name: /^Build #813/ }),
    ).toBeInTheDocument();
    expect(retryBuild).toHaveBeenCalledWith(ENTITY_REF, {
      executor: 'aws-codebuild',
      id: 'shopstack-orders:1f2e',
      idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('stops a build that runs, and reads it again', async () => {
    const user = userEvent.setup();
    let status: 'in-progress' | 'stopped' = 'in-progress';
    const stopBuild = jest.fn(async () => {
      status = 'stopped';
      return build({ status });
    });
    renderBuilds({
      api: {
        stopBuild,
        listBuilds: async () => page([build({ status })]),
        getBuild: async () => ({
          items: [details({ build: build({ status, phases: [] }) })],
          sources: WHOLE,
        }),
      },
      address: ADDRESS,
    });
    await user.click(await screen.findByRole('button', { name: 'Stop build' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Stop build #812',
    });
    await user.click(
      within(dialog).getByRole('button', { name: 'Stop build' }),
    );
    expect(
      await within(await drawer()).findByText('Stopped'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Stop build' })).toBeNull();
  });
});
