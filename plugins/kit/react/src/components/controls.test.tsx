import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  createEvent,
  fireEvent,
  screen,
  waitFor,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog';
import { FilterChips } from './FilterChips';
import { Pager } from './Pager';
import { SearchBox } from './SearchBox';

describe('SearchBox', () => {
  const Page = ({ onSearch }: { onSearch(value: string): void }) => {
    const [value, setValue] = useState('');
    return (
      <>
        <SearchBox
          label="Search images"
          value={value}
          onSearch={text => {
            onSearch(text);
            setValue(text);
          }}
        />
        <button type="button" onClick={() => setValue('from a link')}>
          link
        </button>
      </>
    );
  };

  it('asks when the typing rests, at once on Enter and when cleared', async () => {
    const user = userEvent.setup();
    const onSearch = jest.fn();
    renderInTestApp(<Page onSearch={onSearch} />);
    const box = await screen.findByRole('searchbox', { name: 'Search images' });

    await user.type(box, 'v1.4');
    await waitFor(() => expect(onSearch).toHaveBeenCalledWith('v1.4'));
    expect(onSearch.mock.calls.length).toBeLessThan(4);

    onSearch.mockClear();
    await user.type(box, '2{Enter}');
    expect(onSearch.mock.calls).toEqual([['v1.42']]);

    await user.clear(box);
    expect(onSearch).toHaveBeenLastCalledWith('');
  });

  it('shows what the address says', async () => {
    renderInTestApp(<Page onSearch={() => {}} />);
    fireEvent.click(await screen.findByRole('button', { name: 'link' }));
    expect(screen.getByRole('searchbox')).toHaveValue('from a link');
  });
});

describe('FilterChips', () => {
  it('turns filters on and off, in their order', async () => {
    const user = userEvent.setup();
    const Page = () => {
      const [selected, setSelected] = useState<string[]>(['failed']);
      return (
        <>
          <FilterChips
            label="State"
            chips={[
              { id: 'running', label: 'Running', count: 2 },
              { id: 'failed', label: 'Failed' },
            ]}
            selected={selected}
            onSelect={setSelected}
          />
          <output>{selected.join()}</output>
        </>
      );
    };
    renderInTestApp(<Page />);
    const running = await screen.findByRole('button', { name: 'Running 2' });
    expect(running).toHaveAttribute('aria-pressed', 'false');
    await user.click(running);
    expect(screen.getByRole('status')).toHaveTextContent('running,failed');
    expect(running).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Failed' }));
    expect(screen.getByRole('status')).toHaveTextContent(/^running$/);
  });
});

describe('Pager', () => {
  it('says how much is shown, and brings more', async () => {
    const onMore = jest.fn();
    renderInTestApp(
      <Pager shown={50} total={2_500} step={50} onMore={onMore} />,
    );
    expect(await screen.findByText('50 of 2,500')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
    expect(onMore).toHaveBeenCalledTimes(1);
  });

  it('offers no more than there is', async () => {
    renderInTestApp(
      <>
        <Pager shown={50} total={57} step={50} onMore={() => {}} />
        <Pager shown={9} total={9} step={50} onMore={() => {}} />
      </>,
    );
    expect(
      await screen.findByRole('button', { name: 'Show 7 more' }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});

describe('ConfirmDialog', () => {
  const Page = ({ onConfirm }: { onConfirm(): Promise<unknown> }) => {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          open
        </button>
        {isOpen && (
          <ConfirmDialog
            title="Sync cart-prod?"
            confirmLabel="Sync cart-prod"
            failureTitle="It was not synced"
            onConfirm={onConfirm}
            onClose={() => setOpen(false)}
          >
            Argo CD applies what the repository holds.
          </ConfirmDialog>
        )}
      </>
    );
  };
  const open = async (onConfirm: () => Promise<unknown>) => {
    renderInTestApp(<Page onConfirm={onConfirm} />);
    const opener = await screen.findByRole('button', { name: 'open' });
    await userEvent.click(opener);
    await screen.findByRole('dialog', { name: 'Sync cart-prod?' });
    return opener;
  };
  const confirm = () =>
    userEvent.click(screen.getByRole('button', { name: 'Sync cart-prod' }));

  it('does what its button says, and closes', async () => {
    const onConfirm = jest.fn(async () => {});
    const opener = await open(onConfirm);
    await confirm();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(onConfirm).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('says inside why it failed, and lets one try again', async () => {
    const onConfirm = jest
      .fn()
      .mockRejectedValueOnce(new Error('Argo CD does not answer in time'))
      .mockResolvedValue(undefined);
    await open(onConfirm);
    await confirm();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was not syncedArgo CD does not answer in time',
    );
    await confirm();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(onConfirm).toHaveBeenCalledTimes(2);
  });

  it('does nothing when one thinks better of it', async () => {
    const onConfirm = jest.fn();
    await open(onConfirm);
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('is there until it is done', async () => {
    let finish: () => void = () => {};
    await open(
      () =>
        new Promise<void>(resolve => {
          finish = resolve;
        }),
    );
    await confirm();
    const escape = createEvent.keyDown(screen.getByRole('dialog'), {
      key: 'Escape',
    });
    fireEvent(screen.getByRole('dialog'), escape);
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    finish();
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
