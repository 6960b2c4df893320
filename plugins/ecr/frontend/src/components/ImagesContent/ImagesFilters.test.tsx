import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exampleImage, OK } from '../../__testUtils__/examples';
import { address, renderImages } from '../../__testUtils__/renderImages';

const ORDERS = 'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-orders';
const WORKER = 'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-worker';

type Api = ReturnType<typeof renderImages>;

const asked = (api: Api) => api.listImages.mock.calls.at(-1)?.[1];

async function choose(filter: string, option: string) {
  const user = userEvent.setup();
  await user.click(
    await screen.findByRole('button', { name: new RegExp(`${filter}$`) }),
  );
  await user.click(await screen.findByRole('option', { name: option }));
}

describe('the filters of the images', () => {
  it('leave out the untagged until somebody asks for them', async () => {
    const user = userEvent.setup();
    const api = renderImages();
    await screen.findByRole('table');
    expect(asked(api)).toEqual({ untagged: false, offset: 0, limit: 50 });
    await user.click(screen.getByRole('button', { name: 'Untagged too' }));
    await waitFor(() => expect(asked(api)).toEqual({ offset: 0, limit: 50 }));
    expect(address().get('untagged')).toBe('true');
  });

  it('search once for what was typed', async () => {
    const user = userEvent.setup();
    const api = renderImages();
    await screen.findByRole('table');
    await user.type(
      screen.getByRole('searchbox', { name: 'Search tag or digest' }),
      '4f2a',
    );
    await waitFor(() => expect(asked(api)?.search).toBe('4f2a'));
    expect(address().get('search')).toBe('4f2a');
    expect(api.listImages).toHaveBeenCalledTimes(2);
  });

  it('ask for a severity, a scan state and what runs', async () => {
    const user = userEvent.setup();
    const api = renderImages();
    await screen.findByRole('table');
    await choose('Severity', 'High or worse');
    await waitFor(() => expect(asked(api)?.severity).toBe('HIGH'));
    await choose('Scan state', 'Pending or scanning');
    await waitFor(() =>
      expect(asked(api)?.scan).toEqual(['PENDING', 'IN_PROGRESS']),
    );
    await user.click(screen.getByRole('button', { name: 'Running only' }));
    await waitFor(() => expect(asked(api)?.running).toBe(true));
    expect(Object.fromEntries(address())).toEqual({
      severity: 'HIGH',
      scan: 'waiting',
      running: 'true',
    });
  });

  it('offer the repositories where there are several', async () => {
    const api = renderImages(
      {},
      {
        annotations: {
          'aws.amazon.com/amazon-ecr-arn': `${ORDERS}, ${WORKER}`,
        },
      },
    );
    await screen.findByRole('table');
    await choose('Repository', 'shopstack-worker');
    await waitFor(() => expect(asked(api)?.repositoryArn).toBe(WORKER));
    expect(address().get('repository')).toBe(WORKER);
  });

  it('come from the address, and start at its first rows when changed', async () => {
    const user = userEvent.setup();
    const api = renderImages(
      {},
      { at: '?search=v1&severity=CRITICAL&scan=failed&running=true&shown=150' },
    );
    await screen.findByRole('table');
    expect(asked(api)).toEqual({
      search: 'v1',
      severity: 'CRITICAL',
      scan: ['FAILED'],
      running: true,
      untagged: false,
      offset: 0,
      limit: 150,
    });
    expect(screen.getByRole('searchbox')).toHaveValue('v1');
    await user.click(screen.getByRole('button', { name: 'Running only' }));
    await waitFor(() => expect(asked(api)?.limit).toBe(50));
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() =>
      expect(asked(api)).toEqual({ untagged: false, offset: 0, limit: 50 }),
    );
    expect(address().size).toBe(0);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('keep the rows while others are asked for', async () => {
    const user = userEvent.setup();
    renderImages({
      listImages: (_entity, { running } = {}) =>
        running
          ? new Promise(() => {})
          : Promise.resolve({
              items: [exampleImage('a')],
              total: 1,
              sources: OK,
            }),
    });
    await screen.findByRole('table');
    await user.click(screen.getByRole('button', { name: 'Running only' }));
    await waitFor(() => expect(address().get('running')).toBe('true'));
    expect(screen.getByRole('table')).toBeInTheDocument();
  });

  it('say that nothing fits them, with a way out', async () => {
    const user = userEvent.setup();
    const api = renderImages(
      {
        listImages: async (_entity, { search } = {}) =>
          search
            ? { items: [], total: 0, sources: OK }
            : { items: [exampleImage('a')], total: 1, sources: OK },
      },
      { at: '?search=nothing' },
    );
    expect(
      await screen.findByText('No image fits these filters'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Include untagged images' }),
    );
    await waitFor(() => expect(asked(api)?.untagged).toBeUndefined());
    await user.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByRole('table')).toBeInTheDocument();
  });

  it('tell a repository without images from one without tags', async () => {
    renderImages({
      listImages: async () => ({ items: [], total: 0, sources: OK }),
    });
    expect(
      await screen.findByText('No image with a tag has been pushed yet'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Include untagged images' }),
    );
    expect(
      await screen.findByText('No image has been pushed yet'),
    ).toBeInTheDocument();
  });
});
