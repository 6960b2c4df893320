import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { Build, BuildsApi } from '@shopstack/plugin-builds-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildsApiRef } from '../../apis';
import { BuildsContent } from './BuildsContent';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
};

const COMMIT = '4f2a9c1'.padEnd(40, '0');

const failed: Build = {
  id: 'shopstack-orders:1f2e',
  executor: 'aws-codebuild',
  project: 'shopstack-orders',
  number: 812,
  status: 'failed',
  branch: 'main',
  commit: COMMIT,
  commitUrl: 'https://forge.example/commit/4f2a9c1',
  commitMessage: 'Round prices half-up',
  initiator: 'GitHubActions/shopstack-github-actions',
  startedAt: new Date(Date.now() - 180_000).toISOString(),
  durationSeconds: 112,
  phases: [
    { name: 'INSTALL', status: 'succeeded', durationSeconds: 12 },
    {
      name: 'BUILD',
      status: 'failed',
      durationSeconds: 100,
      message: 'npm test: exit status 1',
    },
  ],
  imageDigest: `sha256:${'a'.repeat(64)}`,
  url: 'https://console.aws.amazon.com/codebuild/812',
};

const running: Build = {
  id: 'shopstack-orders:0aa0',
  executor: 'github-actions',
  project: 'orders',
  status: 'in-progress',
  phases: [],
  url: 'https://forge.example/actions/1',
};

function render(listBuilds: BuildsApi['listBuilds']) {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <BuildsContent />
    </EntityProvider>,
    { apis: [[buildsApiRef, { listBuilds }]] },
  );
}

const whole = (items: Build[]) => async () => ({
  items,
  sources: [{ source: 'aws-codebuild', state: 'ok' as const }],
});

describe('BuildsContent', () => {
  it('shows status, commit, initiator, age and duration of a build', async () => {
    render(whole([failed]));
    const row = (await screen.findAllByRole('row'))[1];
    expect(within(row).getByText('Failed')).toBeInTheDocument();
    expect(within(row).getByRole('link', { name: '4f2a9c1' })).toHaveAttribute(
      'href',
      failed.commitUrl,
    );
    expect(row).toHaveTextContent('shopstack-github-actions');
    expect(row).toHaveTextContent('3 min ago');
    expect(row).toHaveTextContent('1 min 52 s');
    expect(
      within(row).getByRole('link', {
        name: 'Open build #812 at AWS CodeBuild',
      }),
    ).toHaveAttribute('href', failed.url);
  });

  it('opens to the phases, the reason of the failure and the digest', async () => {
    const user = userEvent.setup();
    render(whole([failed]));
    await user.click(
      await screen.findByRole('button', {
        name: 'Show details of build #812',
      }),
    );
    const phases = screen.getByRole('table', { name: 'Phases of build #812' });
    expect(phases).toHaveTextContent('npm test: exit status 1');
    expect(screen.getByText(failed.imageDigest!)).toBeInTheDocument();
  });

  it('shows what is known of a build that has just begun', async () => {
    render(whole([running]));
    const row = (await screen.findAllByRole('row'))[1];
    expect(row).toHaveTextContent('In progress');
    expect(row).toHaveTextContent('GitHub Actions');
    expect(row).not.toHaveTextContent('NaN');
  });

  it('keeps the builds of one executor when the other is down', async () => {
    render(async () => ({
      items: [running],
      sources: [
        { source: 'github-actions', state: 'ok' },
        { source: 'aws-codebuild', state: 'unavailable' },
      ],
    }));
    expect(
      await screen.findByText('AWS CodeBuild is unavailable'),
    ).toBeInTheDocument();
    expect(screen.getByText('In progress')).toBeInTheDocument();
  });

  it('says what would start a build when there is none', async () => {
    render(whole([]));
    expect(
      await screen.findByText('Nothing has been built yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/A push to main/)).toBeInTheDocument();
  });
});
