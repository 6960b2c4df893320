import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Hinted } from './Hinted';

const render = async () => {
  renderInTestApp(
    <>
      <Hinted hint="Because of this.">Burning</Hinted>
      <p>elsewhere</p>
    </>,
  );
  return screen.findByRole('button', { name: 'Burning' });
};

describe('Hinted', () => {
  it('tells more on hover, also while the pointer is over what it tells', async () => {
    const user = userEvent.setup();
    await user.hover(await render());
    const tip = await screen.findByRole('tooltip');
    expect(tip).toHaveTextContent('Because of this.');
    fireEvent.pointerLeave(screen.getByRole('button', { name: 'Burning' }));
    fireEvent.pointerMove(tip);
    expect(screen.getByRole('tooltip')).toBeInTheDocument();
    fireEvent.pointerMove(screen.getByText('elsewhere'));
    await waitFor(() =>
      expect(screen.queryByRole('tooltip')).not.toBeInTheDocument(),
    );
  });

  it('tells more on focus, whatever the pointer does, until Escape', async () => {
    const user = userEvent.setup();
    const button = await render();
    while (document.activeElement !== button) await user.tab();
    expect(await screen.findByRole('tooltip')).toBeInTheDocument();
    fireEvent.pointerMove(screen.getByText('elsewhere'));
    expect(screen.getByRole('tooltip')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('tooltip')).not.toBeInTheDocument(),
    );
  });
});
