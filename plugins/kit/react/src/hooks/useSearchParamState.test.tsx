import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { useSearchParamState } from './useSearchParamState';

describe('useSearchParamState', () => {
  const show = (address: string) => {
    const wrapper = ({ children }: PropsWithChildren<{}>) => (
      <MemoryRouter
        initialEntries={[address]}
        future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
      >
        {children}
      </MemoryRouter>
    );
    return renderHook(
      () => ({
        search: useSearchParamState('q'),
        sort: useSearchParamState('sort', 'newest'),
        address: useLocation().search,
      }),
      { wrapper },
    );
  };

  it('is what the address says', () => {
    const { result } = show('/images?q=v1%202&other=x');
    expect(result.current.search[0]).toBe('v1 2');
    expect(result.current.sort[0]).toBe('newest');
  });

  it('writes the address, and leaves the rest of it alone', () => {
    const { result } = show('/images?other=x');
    act(() => result.current.search[1]('a&b'));
    expect(result.current.search[0]).toBe('a&b');
    expect(result.current.address).toBe('?other=x&q=a%26b');
    act(() => result.current.search[1](''));
    expect(result.current.address).toBe('?other=x');
  });

  it('takes several changes of one moment', () => {
    const { result } = show('/images');
    act(() => {
      result.current.search[1]('a');
      result.current.sort[1]('size');
    });
    expect(result.current.address).toBe('?q=a&sort=size');
    act(() => {
      result.current.search[1]('');
      result.current.sort[1]('newest');
    });
    expect(result.current.address).toBe('');
  });

  it('keeps its setter', () => {
    const { result } = show('/images');
    const [, before] = result.current.search;
    act(() => result.current.search[1]('a'));
    expect(result.current.search[1]).toBe(before);
  });
});
