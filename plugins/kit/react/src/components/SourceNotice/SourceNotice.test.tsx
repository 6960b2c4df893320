import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { SourceNotice } from './SourceNotice';

const fiveMinutesAgo = () => new Date(Date.now() - 300_000).toISOString();

describe('SourceNotice', () => {
  it('says which source is unavailable, since when and why', async () => {
    renderInTestApp(
      <SourceNotice
        sources={[
          { source: 'amazon-ecr', state: 'ok', asOf: fiveMinutesAgo() },
          {
            source: 'argo-cd',
            instance: 'shopstack',
            state: 'unavailable',
            since: fiveMinutesAgo(),
            reason: 'connect ECONNREFUSED',
          },
        ]}
      />,
    );
    expect(
      await screen.findByText(/Argo CD \(shopstack\) is unavailable since/),
    ).toHaveTextContent('5 min ago');
    expect(screen.getByText(/missing here, not empty/)).toBeInTheDocument();
    expect(screen.getByText('connect ECONNREFUSED')).not.toBeVisible();
    expect(screen.queryByText(/Amazon ECR/)).not.toBeInTheDocument();
  });

  it('tells a stale source from an unavailable one', async () => {
    renderInTestApp(
      <SourceNotice
        sources={[
          { source: 'kubernetes', state: 'stale', asOf: fiveMinutesAgo() },
        ]}
      />,
    );
    expect(
      await screen.findByText('Kubernetes does not answer'),
    ).toBeInTheDocument();
    expect(screen.getByText(/last good answer\./)).toBeInTheDocument();
  });

  it('is silent when every source answers', async () => {
    renderInTestApp(
      <>
        <SourceNotice sources={[{ source: 'kubernetes', state: 'ok' }]} />
        <p>the page</p>
      </>,
    );
    await screen.findByText('the page');
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });
});
