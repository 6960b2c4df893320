import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyText } from './CopyText';

describe('CopyButton', () => {
  it('copies the whole text, not the short form that is shown', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(
      <CopyText text="sha256:71c0ffee" display="sha256:71" what="digest" />,
    );
    await user.click(
      await screen.findByRole('button', { name: 'Copy digest' }),
    );
    expect(writeText).toHaveBeenCalledWith('sha256:71c0ffee');
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
  });

  it('says that nothing was copied when the browser refuses', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('NotAllowedError'));
    renderInTestApp(<CopyText text="sha256:71c0ffee" what="digest" />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy digest' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent('Not copied');
  });
});
