import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import type {
  BuildLog as Log,
  BuildsApi,
} from '@shopstack/plugin-builds-common';
import userEvent from '@testing-library/user-event';
import { ENTITY_REF } from '../../__testUtils__/builds';
import { renderBuilds } from '../../__testUtils__/renderBuilds';
import { BuildLog, type BuildLogProps } from './BuildLog';

const BUILD = { executor: 'aws-codebuild' as const, id: 'orders:1' };

const log = (lines: string[], part: Partial<Log> = {}): Log => ({
  lines: lines.map(text => ({ text, at: '2026-01-01T10:00:00.000Z' })),
  nextCursor: String(lines.length),
  complete: false,
  sources: [{ source: 'aws-codebuild', state: 'ok' }],
  ...part,
});

function render(api: Partial<BuildsApi>, part: Partial<BuildLogProps> = {}) {
  const onComplete = jest.fn();
  renderBuilds({
    api,
    element: (
      <BuildLog
        entityRef={ENTITY_REF}
        build={BUILD}
        name="orders #1"
        log={{ kind: 'stream' }}
        executor="AWS CodeBuild"
        running={false}
        onComplete={onComplete}
        {...part}
      />
    ),
  });
  return { onComplete };
}

const lines = () => screen.findByRole('log', { name: 'Log of orders #1' });

describe('BuildLog', () => {
  beforeEach(() => {
    // There is no layout here; the list draws what fits into this.
    jest
      .spyOn(HTMLElement.prototype, 'clientHeight', 'get')
      .mockReturnValue(400);
  });
  afterEach(() => jest.restoreAllMocks());

  it('shows the lines in their colours, and says that they are all', async () => {
    const { onComplete } = render({
      readLog: async () =>
        log(['\u001b[31mError:\u001b[0m no such file', 'done'], {
          complete: true,
        }),
    });
    const box = await lines();
    expect(within(box).getByText('Error:')).toHaveAttribute(
      'data-colour',
      'red',
    );
    expect(screen.getByText('2 lines, complete')).toBeInTheDocument();
    expect(onComplete).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Follow' })).toBeNull();
  });

  it('adds what a running build writes, and stops asking when it is complete', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const readLog = jest
        .fn()
        .mockResolvedValueOnce(log(['one']))
        .mockResolvedValueOnce(log(['two']))
        .mockResolvedValue(log(['three'], { complete: true }));
      render({ readLog }, { running: true });
      await screen.findByText('one');
      await act(() => jest.advanceTimersByTimeAsync(4_100));
      expect(within(await lines()).getByText('three')).toBeInTheDocument();
      expect(within(await lines()).getByText('one')).toBeInTheDocument();
      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(readLog).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('stays at the end while the reader is there, and where the reader is otherwise', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      let height = 1_000;
      jest
        .spyOn(HTMLElement.prototype, 'scrollHeight', 'get')
        .mockImplementation(() => height);
      let count = 0;
      const readLog = jest.fn(async () => {
        count += 1;
        return log([`line ${count}`]);
      });
      render({ readLog }, { running: true });
      const box = await lines();
      const follow = screen.getByRole('button', { name: 'Follow' });
      expect(follow).toHaveAttribute('aria-pressed', 'true');
      expect(box.scrollTop).toBe(1_000);

      fireEvent.scroll(box, { target: { scrollTop: 100 } });
      await waitFor(() =>
        expect(follow).toHaveAttribute('aria-pressed', 'false'),
      );
      height = 2_000;
      await act(() => jest.advanceTimersByTimeAsync(2_100));
      expect(box.scrollTop).toBe(100);

      fireEvent.click(follow);
      await waitFor(() => expect(box.scrollTop).toBe(2_000));
      height = 3_000;
      await act(() => jest.advanceTimersByTimeAsync(2_100));
      expect(box.scrollTop).toBe(3_000);
    } finally {
      jest.useRealTimers();
    }
  });

  it('keeps the lines when the source or the portal fails, and says so', async () => {
    const user = userEvent.setup();
    const readLog = jest
      .fn()
      .mockResolvedValueOnce(log(Array(1_000).fill('one')))
      .mockRejectedValueOnce(new Error('Request failed with 502'))
      .mockResolvedValueOnce(
        log([], {
          sources: [{ source: 'aws-codebuild', state: 'unavailable' }],
        }),
      );
    render({ readLog });
    expect(
      await screen.findByText('The log could not be read further'),
    ).toBeInTheDocument();
    expect(screen.getByText('1000 lines so far')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('AWS CodeBuild is unavailable'),
    ).toBeInTheDocument();
    expect(screen.getByText('1000 lines so far')).toBeInTheDocument();
    expect(readLog.mock.calls[2][2]).toEqual({ cursor: '1000' });
  });

  it('finds lines, counts them, and goes from one to the next', async () => {
    const user = userEvent.setup();
    render({
      readLog: async () =>
        log(['npm test', 'FAIL a', 'ok', 'fail b'], { complete: true }),
    });
    const box = await lines();
    await user.type(screen.getByRole('searchbox'), 'fail');
    expect(await screen.findByText('1 of 2 lines')).toBeInTheDocument();
    expect(
      within(box)
        .getAllByText(/fail/i, { selector: 'mark' })
        .map(({ textContent }) => textContent),
    ).toEqual(['FAIL', 'fail']);
    await user.click(screen.getByRole('button', { name: 'Next line' }));
    expect(screen.getByText('2 of 2 lines')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Next line' }));
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'zzz');
    expect(screen.getByText('No line')).toBeInTheDocument();
  });

  it('downloads the whole log, and says when that fails', async () => {
    const user = userEvent.setup();
    const createObjectURL = jest.fn(() => 'blob:log');
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const downloadLog = jest
      .fn()
      .mockRejectedValueOnce(new Error('Request failed with 503'))
      .mockResolvedValueOnce(new Blob(['one']));
    render({
      downloadLog,
      readLog: async () => log(['one'], { complete: true }),
    });
    await user.click(
      await screen.findByRole('button', { name: 'Download log' }),
    );
    expect(
      await screen.findByText('The log could not be downloaded'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(click).toHaveBeenCalled());
    expect(click.mock.contexts[0]).toHaveProperty('download', 'orders-1.log');
    expect(
      screen.queryByText('The log could not be downloaded'),
    ).not.toBeInTheDocument();
  });

  it('leads to a log that is kept elsewhere', async () => {
    render({}, { log: { kind: 'external', url: 'https://s3.example/log' } });
    expect(
      await screen.findByRole('link', {
        name: 'Open the log at AWS CodeBuild',
      }),
    ).toHaveAttribute('href', 'https://s3.example/log');
  });

  it('tells a log that is not there yet from one that never was', async () => {
    render({}, { log: { kind: 'none' }, running: true });
    expect(
      await screen.findByText('The log has not been written yet'),
    ).toBeInTheDocument();
  });

  it('says that a build wrote no log', async () => {
    render({}, { log: { kind: 'none' } });
    expect(
      await screen.findByText('This build wrote no log'),
    ).toBeInTheDocument();
  });
});
