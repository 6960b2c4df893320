import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { build, ENTITY_REF, page, project } from '../../__testUtils__/builds';
import { renderBuilds } from '../../__testUtils__/renderBuilds';

const address = () => screen.getByTestId('address').textContent;

describe('the filters of the builds', () => {
  it('asks for what the address says', async () => {
    const listBuilds = jest.fn(async () => page([build()]));
    renderBuilds({
      api: { listBuilds },
      address:
        '?status=failed&status=timed-out&status=nonsense&search=feat&project=codebuild-orders',
    });
    expect(await screen.findByText('#812')).toBeInTheDocument();
    expect(listBuilds).toHaveBeenCalledWith(
      ENTITY_REF,
      {
        limit: 25,
        projectKey: 'codebuild-orders',
        status: ['failed', 'timed-out'],
        search: 'feat',
      },
      expect.anything(),
    );
    expect(screen.getByRole('searchbox')).toHaveValue('feat');
  });

  it('puts what is typed into the address once the typing pauses', async () => {
    const user = userEvent.setup();
    const listBuilds = jest.fn(async () => page([build()]));
    renderBuilds({ api: { listBuilds } });
    await user.type(await screen.findByRole('searchbox'), 'main');
    await waitFor(() => expect(address()).toBe('?search=main'));
    expect(screen.getByRole('searchbox')).toHaveValue('main');
    await waitFor(() =>
      expect(listBuilds).toHaveBeenLastCalledWith(
        ENTITY_REF,
        { limit: 25, search: 'main' },
        expect.anything(),
      ),
    );
    expect(listBuilds).toHaveBeenCalledTimes(2);
  });

  it('puts chosen statuses and the project into the address', async () => {
    const user = userEvent.setup();
    const projects = [project(), project({ key: 'deploy', name: 'Deploy' })];
    renderBuilds({
      api: { listBuilds: async () => page([build()], { projects }) },
    });
    await user.click(await screen.findByRole('button', { name: /Any status/ }));
    await user.click(await screen.findByRole('option', { name: 'Failed' }));
    await waitFor(() => expect(address()).toBe('?status=failed'));
    await user.keyboard('{Escape}');
    await user.click(
      await screen.findByRole('button', { name: /All projects/ }),
    );
    await user.click(await screen.findByRole('option', { name: /Deploy/ }));
    await waitFor(() =>
      expect(address()).toBe('?status=failed&project=deploy'),
    );
  });

  it('keeps the field and the list while the next answer is under way', async () => {
    const user = userEvent.setup();
    renderBuilds({
      api: {
        listBuilds: (_ref, query) =>
          query?.search
            ? new Promise(() => {})
            : Promise.resolve(page([build()])),
      },
    });
    await user.type(await screen.findByRole('searchbox'), 'x');
    await waitFor(() => expect(address()).toBe('?search=x'));
    expect(screen.getByText('#812')).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('says that nothing fits, reads further, and clears', async () => {
    const user = userEvent.setup();
    const listBuilds = jest.fn(async (_ref, query) =>
      query?.search
        ? page([], query.cursor ? {} : { nextCursor: 'further' })
        : page([build()]),
    );
    renderBuilds({ api: { listBuilds }, address: '?search=zzz' });
    expect(
      await screen.findByText('No build fits the filter'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Search older builds' }),
    ).toBeInTheDocument();
    await user.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('#812')).toBeInTheDocument();
    expect(address()).toBe('');
  });
});
