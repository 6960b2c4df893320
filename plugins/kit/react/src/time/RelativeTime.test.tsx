import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { RelativeTime } from './RelativeTime';

describe('RelativeTime', () => {
  it('says how long ago it was and the exact time in UTC on hover', async () => {
    const value = new Date(Date.now() - 3 * 60_000).toISOString();
    renderInTestApp(<RelativeTime value={value} />);
    const time = await screen.findByText('3 min ago');
    expect(time).toHaveAttribute('dateTime', value);
    expect(time.title).toContain(
      `${value.slice(0, 10)} ${value.slice(11, 19)} UTC`,
    );
  });

  it('does not invent a time', async () => {
    renderInTestApp(<RelativeTime value="yesterday or so" />);
    expect(await screen.findByText('at an unknown time')).toBeInTheDocument();
  });
});
