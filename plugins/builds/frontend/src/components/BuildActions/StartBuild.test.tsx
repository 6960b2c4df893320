import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { build, ENTITY_REF, page, project } from '../../__testUtils__/builds';
import { renderBuilds } from '../../__testUtils__/renderBuilds';
import { responseError } from '../../__testUtils__/responseError';

const UUID = /^[0-9a-f-]{36}$/;

const open = async () => {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Start build' }));
  const dialog = await screen.findByRole('dialog', { name: 'Start a build' });
  return { user, dialog };
};

describe('starting a build', () => {
  it('is not offered to who may not', async () => {
    renderBuilds({
      granted: ['builds.build.read'],
      api: { listBuilds: async () => page([build()]) },
    });
    expect(await screen.findByText('#812')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Start build' }),
    ).not.toBeInTheDocument();
  });

  it('is not offered where no executor can', async () => {
    const projects = [project({ actions: ['retry'] })];
    renderBuilds({
      api: { listBuilds: async () => page([build()], { projects }) },
    });
    expect(await screen.findByText('#812')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Start build' }),
    ).not.toBeInTheDocument();
  });

  it('says what will happen, starts it, and marks the new build in the list', async () => {
    const started = build({ id: 'new', number: 813, status: 'queued' });
    const items = [build()];
    const startBuild = jest.fn(async () => {
      items.unshift(started);
      return started;
    });
    renderBuilds({
      api: { listBuilds: async () => page([...items]), startBuild },
    });
    const { user, dialog } = await open();
    expect(dialog).toHaveTextContent(
      'AWS CodeBuild runs shopstack-orders from main',
    );
    await user.type(
      within(dialog).getByLabelText('Branch, tag or commit'),
      ' feature/x ',
    );
    expect(dialog).toHaveTextContent('from feature/x');
    await user.click(
      within(dialog).getByRole('button', { name: 'Start build' }),
    );
    expect(
      await screen.findByText('Build #813 of shopstack-orders was started'),
    ).toBeInTheDocument();
    expect(startBuild).toHaveBeenCalledWith(ENTITY_REF, {
      projectKey: 'codebuild-orders',
      sourceVersion: 'feature/x',
      idempotencyKey: expect.stringMatching(UUID),
    });
    const row = (await screen.findByText('#813')).closest('tr');
    expect(row).toHaveAttribute('aria-current', 'true');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('shows a failure inside the dialog, and sends the same key again', async () => {
    const unanswered = await responseError(503, 'AWS CodeBuild timed out');
    const startBuild = jest
      .fn()
      .mockRejectedValueOnce(unanswered)
      .mockResolvedValueOnce(build({ id: 'new', number: 813 }));
    renderBuilds({
      api: { listBuilds: async () => page([build()]), startBuild },
    });
    const { user, dialog } = await open();
    await user.click(
      within(dialog).getByRole('button', { name: 'Start build' }),
    );
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('AWS CodeBuild did not answer');
    expect(alert).toHaveTextContent('the same request never acts twice');
    expect(alert).toHaveTextContent('AWS CodeBuild timed out');
    await user.click(
      within(dialog).getByRole('button', { name: 'Start build again' }),
    );
    await screen.findByText('Build #813 of shopstack-orders was started');
    const [first, second] = startBuild.mock.calls.map(([, request]) => request);
    expect(second.idempotencyKey).toBe(first.idempotencyKey);
  });

  it('takes another version after a refusal for another intent', async () => {
    const refused = await responseError(409, 'There is no branch nope');
    const startBuild = jest
      .fn()
      .mockRejectedValueOnce(refused)
      .mockResolvedValueOnce(build({ id: 'new', number: 813 }));
    renderBuilds({
      api: { listBuilds: async () => page([build()]), startBuild },
    });
    const { user, dialog } = await open();
    const version = within(dialog).getByLabelText('Branch, tag or commit');
    await user.type(version, 'nope');
    await user.click(
      within(dialog).getByRole('button', { name: 'Start build' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'There is no branch nope',
    );
    await user.clear(version);
    await user.click(
      within(dialog).getByRole('button', { name: 'Start build again' }),
    );
    await screen.findByText('Build #813 of shopstack-orders was started');
    const [first, second] = startBuild.mock.calls.map(([, request]) => request);
    expect(second).not.toHaveProperty('sourceVersion');
    expect(second.idempotencyKey).not.toBe(first.idempotencyKey);
  });

  it('makes a new key each time the dialog opens', async () => {
    const startBuild = jest.fn(async () => build());
    renderBuilds({
      api: { listBuilds: async () => page([build()]), startBuild },
    });
    for (const times of [1, 2]) {
      const { user, dialog } = await open();
      await user.click(
        within(dialog).getByRole('button', { name: 'Start build' }),
      );
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(startBuild).toHaveBeenCalledTimes(times);
    }
    const keys = startBuild.mock.calls.map(
      ([, request]: any[]) => request.idempotencyKey,
    );
    expect(new Set(keys).size).toBe(2);
  });
});
