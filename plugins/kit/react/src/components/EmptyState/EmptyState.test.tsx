import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EmptyState } from './EmptyState';

describe('EmptyState', () => {
  it('shows the annotation to add and copies it', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    const snippet =
      'metadata:\n  annotations:\n    shopstack.dev/service: orders';
    renderInTestApp(
      <EmptyState title="No images are linked" snippet={snippet} />,
    );
    await user.click(
      await screen.findByRole('button', { name: 'Copy annotation' }),
    );
    expect(writeText).toHaveBeenCalledWith(snippet);
  });
});
