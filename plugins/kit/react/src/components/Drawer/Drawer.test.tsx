import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Drawer } from './Drawer';

const Page = ({ onClose }: { onClose(): void }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {isOpen && (
        <Drawer
          title="Image 4f2a9c1"
          onClose={() => {
            onClose();
            setOpen(false);
          }}
        >
          <button type="button">inside</button>
        </Drawer>
      )}
    </>
  );
};

describe('Drawer', () => {
  it('is named, takes the focus, and gives it back on Escape', async () => {
    const user = userEvent.setup();
    const onClose = jest.fn();
    renderInTestApp(<Page onClose={onClose} />);
    const opener = await screen.findByRole('button', { name: 'open' });
    await user.click(opener);
    const drawer = await screen.findByRole('dialog', { name: 'Image 4f2a9c1' });
    expect(drawer).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('closes by its button', async () => {
    const user = userEvent.setup();
    renderInTestApp(<Page onClose={() => {}} />);
    await user.click(await screen.findByRole('button', { name: 'open' }));
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});
