import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { digestOf, exampleImage, OK } from '../../__testUtils__/examples';
import { refusal } from '../../__testUtils__/refusal';
import { renderImages } from '../../__testUtils__/renderImages';

describe('ImagesContent', () => {
  it('keeps the place of the table while the first answer is on the way', async () => {
    renderImages({ listImages: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Loading images' }),
    ).toBeInTheDocument();
  });

  it('shows what is known of an image in its row', async () => {
    const image = exampleImage('a', {
      kind: 'index',
      runningIn: ['prod', 'dev'],
      scan: { status: 'COMPLETE', counts: { CRITICAL: 1, HIGH: 3 } },
    });
    renderImages({
      listImages: async () => ({ items: [image], total: 1, sources: OK }),
    });
    const row = (await screen.findAllByRole('row'))[1];
    expect(row).toHaveTextContent('4f2a9c1');
    expect(row).toHaveTextContent('sha256:aaaaaaaaaaaa');
    expect(row).toHaveTextContent('71.4 MB');
    expect(row).toHaveTextContent('2 min ago');
    expect(row).toHaveTextContent('Multi-arch');
    expect(within(row).getByTitle('not recorded')).toBeInTheDocument();
    expect(row).toHaveTextContent('Critical');
    expect(
      within(row).getByRole('img', { name: '1 critical, 3 high' }),
    ).toHaveTextContent('C1H3M0L0');
    expect(row).toHaveTextContent(/devprod/);
  });

  it('copies the command that pulls by digest', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderImages();
    await user.click(
      await screen.findByRole('button', { name: 'Copy pull command' }),
    );
    expect(writeText).toHaveBeenCalledWith(exampleImage('a').pullCommand);
  });

  it('says how many there are, and reads more in place', async () => {
    const user = userEvent.setup();
    const images = Array.from({ length: 120 }, (_, index) =>
      exampleImage('a', {
        digest: `sha256:${String(index).padStart(64, '0')}`,
      }),
    );
    let answerMore = () => {};
    const api = renderImages({
      listImages: async (_entity, { limit = 0 } = {}) => {
        if (limit > 50) {
          await new Promise<void>(resolve => {
            answerMore = resolve;
          });
        }
        return { items: images.slice(0, limit), total: 2_512, sources: OK };
      },
    });
    expect(await screen.findByText('50 of 2,512')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await waitFor(() =>
      expect(api.listImages).toHaveBeenLastCalledWith(
        'component:default/orders',
        expect.objectContaining({ offset: 0, limit: 100 }),
        expect.anything(),
      ),
    );
    expect(screen.getAllByRole('rowheader')).toHaveLength(50);
    answerMore();
    expect(await screen.findByText('100 of 2,512')).toBeInTheDocument();
    expect(screen.getAllByRole('rowheader')).toHaveLength(100);
  });

  it('names the repository only when there are several', async () => {
    renderImages({
      listImages: async () => ({
        items: [
          exampleImage('a'),
          exampleImage('b', {
            repositoryArn:
              'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-worker',
            repository: 'shopstack-worker',
          }),
        ],
        total: 2,
        sources: OK,
      }),
    });
    expect(
      await screen.findByRole('columnheader', { name: 'Repository' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('cell', { name: 'shopstack-worker' }),
    ).toBeInTheDocument();
  });

  it('says that ECR is unavailable instead of that there is no image', async () => {
    renderImages({
      listImages: async () => ({
        items: [],
        total: 0,
        sources: [
          {
            source: 'amazon-ecr',
            instance: 'shopstack-orders',
            state: 'unavailable',
            since: new Date(Date.now() - 60_000).toISOString(),
            reason: 'ThrottlingException',
          },
        ],
      }),
    });
    expect(
      await screen.findByText(/Amazon ECR \(shopstack-orders\) is unavailable/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/has been pushed yet/)).not.toBeInTheDocument();
  });

  it('keeps and dims the last good answer of a stale source', async () => {
    renderImages({
      listImages: async () => ({
        items: [exampleImage('a')],
        total: 1,
        sources: [{ source: 'amazon-ecr', state: 'stale' }],
      }),
    });
    expect(
      await screen.findByText('Amazon ECR does not answer'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'Images' }).closest('[data-stale]'),
    ).not.toBeNull();
  });

  it('asks again when our own backend failed', async () => {
    const user = userEvent.setup();
    let fails = true;
    renderImages({
      listImages: async () => {
        if (fails) throw new Error('503');
        return { items: [exampleImage('a')], total: 1, sources: OK };
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The images could not be read',
    );
    fails = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('table', { name: 'Images' }),
    ).toBeInTheDocument();
  });

  it('says what to write when the component names no repository', async () => {
    const error = await refusal(400, 'InputError', 'The ARN is malformed');
    renderImages({
      listImages: async () => {
        throw error;
      },
    });
    expect(await screen.findByText(/The ARN is malformed/)).toBeInTheDocument();
    expect(
      screen.getByText(/aws\.amazon\.com\/amazon-ecr-arn: arn:aws:ecr/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Copy annotation' }),
    ).toBeInTheDocument();
  });

  it('opens the image whose row is pressed, and marks the row', async () => {
    const user = userEvent.setup();
    const api = renderImages();
    await user.click(await screen.findByText('71.4 MB'));
    expect(
      await screen.findByRole('dialog', { name: 'Image 4f2a9c1' }),
    ).toBeInTheDocument();
    expect(api.listFindings).toHaveBeenCalledWith(
      'component:default/orders',
      {
        repositoryArn: exampleImage('a').repositoryArn,
        digest: digestOf('a'),
      },
      expect.anything(),
    );
    expect(
      screen.getByText('sha256:aaaaaaaaaaaa').closest('tr'),
    ).toHaveAttribute('aria-current', 'true');
  });
});
