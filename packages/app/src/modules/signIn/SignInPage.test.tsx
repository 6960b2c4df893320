import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignInPage } from './SignInPage';

const session = (userEntityRef: string) => ({
  profile: { displayName: 'Somebody' },
  backstageIdentity: {
    token: 'e30.e30.e30',
    identity: {
      type: 'user',
      userEntityRef,
      ownershipEntityRefs: [userEntityRef],
    },
  },
});

/** Stands in for the auth backend: answers a refresh of any provider, or refuses it. */
function authBackend(answer: () => Response) {
  const requests: Request[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    requests.push(new Request(String(url), init as RequestInit));
    return answer();
  });
  return requests;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status });

function render(providers: Record<string, object>) {
  const onSignInSuccess = jest.fn<void, [IdentityApi]>();
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    config: { app: { title: 'ShopStack Portal' }, auth: { providers } },
    apis: [mockApis.discovery({ baseUrl: 'http://portal.example' })],
  });
  return onSignInSuccess;
}

const LOCAL = { guest: {}, 'demo-people': {} };

describe('SignInPage', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('enters as guest, and remembers it', async () => {
    const requests = authBackend(() => json(session('user:development/guest')));
    const onSignInSuccess = render(LOCAL);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Enter as guest' }),
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(requests[0].url).toBe(
      'http://portal.example/api/auth/guest/refresh',
    );
    expect(localStorage.getItem('shopstack/sign-in')).toBe(
      '{"provider":"guest"}',
    );
  });

  it.each([
    ['Enter as viewer', 'viewer'],
    ['Enter as checkout owner', 'checkout-owner'],
    ['Enter as platform engineer', 'platform-engineer'],
  ])('%s', async (button, person) => {
    const requests = authBackend(() => json(session(`user:default/${person}`)));
    const onSignInSuccess = render(LOCAL);
    await userEvent.click(await screen.findByRole('button', { name: button }));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(requests[0].url).toBe(
      'http://portal.example/api/auth/demo-people/refresh',
    );
    expect(requests[0].headers.get('x-shopstack-person')).toBe(person);
    const identity = onSignInSuccess.mock.calls[0][0];
    expect(await identity.getBackstageIdentity()).toMatchObject({
      userEntityRef: `user:default/${person}`,
    });
  });

  it('asks nobody again after a reload, until somebody signs out', async () => {
    localStorage.setItem('shopstack/sign-in', '{"provider":"guest"}');
    authBackend(() => json(session('user:development/guest')));
    const onSignInSuccess = render(LOCAL);
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    await onSignInSuccess.mock.calls[0][0].signOut();
    expect(localStorage.getItem('shopstack/sign-in')).toBeNull();
  });

  it('shows the page again when the provider refuses', async () => {
    localStorage.setItem('shopstack/sign-in', '{"provider":"guest"}');
    authBackend(() =>
      json({ error: { name: 'NotImplementedError', message: 'off' } }, 501),
    );
    render(LOCAL);
    expect(
      await screen.findByText('Signing in did not work'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Enter as guest' }),
    ).toBeInTheDocument();
    expect(localStorage.getItem('shopstack/sign-in')).toBeNull();
  });

  it('offers only what the configuration names', async () => {
    render({ github: {} });
    expect(
      await screen.findByRole('button', { name: 'Sign in with GitHub' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Enter as/ }),
    ).not.toBeInTheDocument();
  });

  it('does not trust a remembered way that is no longer offered', async () => {
    localStorage.setItem(
      'shopstack/sign-in',
      '{"provider":"demo-people","person":"viewer"}',
    );
    const requests = authBackend(() => json(session('user:default/viewer')));
    render({ github: {} });
    await screen.findByRole('button', { name: 'Sign in with GitHub' });
    expect(requests).toEqual([]);
  });

  it('says so when there is no way to sign in', async () => {
    render({});
    expect(
      await screen.findByText('No way to sign in is configured'),
    ).toBeInTheDocument();
  });
});
