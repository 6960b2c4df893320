import {
  OBSERVED_CHANNEL,
  type ObservedSignal,
} from '@shopstack/plugin-kit-common';
import { act, screen, within } from '@testing-library/react';
import { formatImageId } from '../../imageId';
import { exampleFindings, exampleImage } from '../../__testUtils__/examples';
import { renderImages } from '../../__testUtils__/renderImages';

/** The socket of the portal: `send` is what the backend broadcasts. */
function fakeSignals() {
  const hearers = new Set<(message: ObservedSignal) => void>();
  return {
    send: (...topics: string[]) =>
      act(async () => {
        for (const hear of hearers) hear({ topics });
      }),
    api: {
      subscribe: (channel: string, hear: (message: never) => void) => {
        expect(channel).toBe(OBSERVED_CHANNEL);
        hearers.add(hear as (message: ObservedSignal) => void);
        return { unsubscribe: () => hearers.delete(hear as never) };
      },
    },
  };
}

const SOURCE = { source: 'amazon-ecr', state: 'ok', topic: 'orders' } as const;

describe('an open page of images', () => {
  it('changes in place when the backend has something new, and stays open', async () => {
    const signals = fakeSignals();
    let scan: ReturnType<typeof exampleImage>['scan'] = { status: 'PENDING' };
    const image = () => exampleImage('a', { scan });
    const api = renderImages(
      {
        listImages: async () => ({
          items: [image()],
          total: 1,
          sources: [SOURCE],
        }),
        listFindings: async () =>
          exampleFindings([], { scan, sources: [SOURCE] }),
      },
      {
        at: `?${new URLSearchParams({ image: formatImageId(image()) })}`,
        signals: signals.api,
      },
    );
    const drawer = await screen.findByRole('dialog');
    expect(
      await within(drawer).findByText(/no result to show: scan pending/),
    ).toBeInTheDocument();

    scan = { status: 'COMPLETE', counts: {} };
    await signals.send('somebody else');
    expect(api.listImages).toHaveBeenCalledTimes(1);
    await signals.send('orders');
    expect(
      await within(drawer).findByText('Nothing was found'),
    ).toBeInTheDocument();
    expect(drawer).toBeInTheDocument();
    const row = screen.getByText('71.4 MB', { selector: 'table *' });
    expect(
      await within(row.closest('tr')!).findByText('Clean'),
    ).toBeInTheDocument();
  });
});
