import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { DeliveryApi } from '@shopstack/plugin-delivery-common';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { deliveryApiRef } from '../apis';
import { useServices } from './useServices';

const service = (title: string) => ({
  entityRef: `component:default/${title}`,
  title,
  environments: [],
  sources: [],
});

function render(
  owners: string[] | undefined,
  listServices: jest.MockedFunction<DeliveryApi['listServices']>,
) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[[deliveryApiRef, { listServices } as unknown as DeliveryApi]]}
    >
      {children}
    </TestApiProvider>
  );
  return renderHook(() => useServices(owners), { wrapper });
}

const OWNERS = ['group:default/team-checkout'];
const NOBODY: string[] = [];

describe('useServices', () => {
  it('lists the services of the owners', async () => {
    const listServices = jest.fn<
      ReturnType<DeliveryApi['listServices']>,
      Parameters<DeliveryApi['listServices']>
    >(async () => ({
      items: [service('cart')],
      sources: [],
      truncated: false,
    }));
    const { result } = render(OWNERS, listServices);
    await waitFor(() => expect(result.current.data?.scope).toBe('owned'));
    expect(listServices).toHaveBeenCalledTimes(1);
    expect(listServices.mock.calls[0][0]).toEqual({ ownedBy: OWNERS });
  });

  it('lists everybody\u2019s when the owners have none', async () => {
    const listServices = jest.fn<
      ReturnType<DeliveryApi['listServices']>,
      Parameters<DeliveryApi['listServices']>
    >(async filter => ({
      items: filter?.ownedBy ? [] : [service('cart'), service('order')],
      sources: [],
      truncated: false,
    }));
    const { result } = render(OWNERS, listServices);
    await waitFor(() => expect(result.current.data?.scope).toBe('all'));
    expect(result.current.data?.items).toHaveLength(2);
  });

  it('asks once for somebody who owns nothing', async () => {
    const listServices = jest.fn<
      ReturnType<DeliveryApi['listServices']>,
      Parameters<DeliveryApi['listServices']>
    >(async () => ({ items: [], sources: [], truncated: false }));
    const { result } = render(NOBODY, listServices);
    await waitFor(() => expect(result.current.data?.scope).toBe('all'));
    expect(listServices).toHaveBeenCalledTimes(1);
  });

  it('asks nothing before it is known who is there', () => {
    const listServices = jest.fn();
    const { result } = render(undefined, listServices);
    expect(result.current.loading).toBe(true);
    expect(listServices).not.toHaveBeenCalled();
  });
});
