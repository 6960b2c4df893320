import type { ArgocdApi } from '@shopstack/plugin-argocd-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { application } from '../../__testUtils__/application';
import { renderTab } from '../../__testUtils__/renderTab';
import { responseError } from '../../__testUtils__/responseError';

const listApplications: ArgocdApi['listApplications'] = async () => ({
  items: [
    application({
      sync: { status: 'OutOfSync' },
      outOfSync: [
        { kind: 'Deployment', name: 'orders', status: 'OutOfSync' },
        { kind: 'Pod', name: 'orders-1', status: 'Synced', health: 'Degraded' },
      ],
    }),
  ],
  sources: [],
});

describe('ApplicationActions', () => {
  it('offers nothing to who may do nothing', async () => {
    renderTab({ listApplications }, ['argocd.application.read']);
    expect(await screen.findByText('orders-dev')).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^(Sync|Refresh) orders-dev/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('columnheader', { name: 'Actions' }),
    ).not.toBeInTheDocument();
  });

  it('offers only what is allowed', async () => {
    renderTab({ listApplications }, ['argocd.application.refresh']);
    expect(
      await screen.findByRole('button', { name: 'Refresh orders-dev' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Sync orders-dev' }),
    ).not.toBeInTheDocument();
  });

  it('says what a sync does, asks for it, and reads again', async () => {
    const user = userEvent.setup();
    const sync = jest.fn(async () => {});
    const list = jest.fn(listApplications);
    const { entityRef } = renderTab({ listApplications: list, sync });
    await user.click(
      await screen.findByRole('button', { name: 'Sync orders-dev' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Sync orders-dev?',
    });
    expect(dialog).toHaveTextContent('1 resource differs from git.');
    await user.click(
      within(dialog).getByRole('checkbox', {
        name: 'Also delete what git no longer has',
      }),
    );
    expect(dialog).toHaveTextContent(/are deleted from the cluster/);
    const before = list.mock.calls.length;
    await user.click(
      within(dialog).getByRole('button', { name: 'Sync orders-dev' }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(sync).toHaveBeenCalledWith(entityRef, {
      instance: 'shopstack',
      namespace: 'argocd',
      name: 'orders-dev',
      prune: true,
    });
    await waitFor(() => expect(list.mock.calls.length).toBeGreaterThan(before));
  });

  it.each([
    [
      409,
      'ConflictError',
      'another operation is in progress',
      /Argo CD refused, and nothing was changed: another operation/,
    ],
    [
      503,
      'ServiceUnavailableError',
      'Argo CD did not answer in time',
      /it is not known whether it took it/,
    ],
    [403, 'NotAllowedError', 'You may not', /Only the owner of this service/],
  ])('stays open and says why for %s', async (status, name, message, words) => {
    const user = userEvent.setup();
    const sync = async () => {
      throw await responseError(status, name, message);
    };
    renderTab({ listApplications, sync });
    await user.click(
      await screen.findByRole('button', { name: 'Sync orders-dev' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      within(dialog).getByRole('button', { name: 'Sync orders-dev' }),
    );
    expect(await within(dialog).findByText(words)).toBeInTheDocument();
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'orders-dev was not synced',
    );
  });

  it('refreshes, rendering anew when it is told to', async () => {
    const user = userEvent.setup();
    const refresh = jest.fn(async () => {});
    const { entityRef } = renderTab({ listApplications, refresh });
    await user.click(
      await screen.findByRole('button', { name: 'Refresh orders-dev' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('checkbox'));
    await user.click(
      within(dialog).getByRole('button', { name: 'Refresh orders-dev' }),
    );
    await waitFor(() =>
      expect(refresh).toHaveBeenCalledWith(
        entityRef,
        expect.objectContaining({ name: 'orders-dev', hard: true }),
      ),
    );
  });
});
