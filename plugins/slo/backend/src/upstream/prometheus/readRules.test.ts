import { refusal, stubClients } from '../../__testUtils__/stubClients';

describe('rules', () => {
  const clients = stubClients();
  const group = (name: string, ...rules: unknown[]) => ({
    name,
    file: `/etc/${name}.yml`,
    interval: 30,
    rules,
  });
  const recording = {
    type: 'recording',
    name: 'slo:sli_error:ratio_rate5m',
    query: 'a / b',
    labels: { sloth_id: 'cart-x' },
    health: 'ok',
  };
  const alerting = {
    type: 'alerting',
    name: 'Burn',
    query: 'x > 1',
    duration: 120,
    labels: { sloth_severity: 'page' },
    annotations: { summary: 's' },
    alerts: [{}],
    state: 'firing',
    health: 'err',
    lastError: 'many-to-many',
  };
  const listed = (groups: unknown, groupNextToken?: string) => ({
    body: { status: 'success', data: { groups, groupNextToken } },
  });

  it('lists the rules of all groups', async () => {
    clients.stub.reply = () =>
      listed([
        group('a', recording, alerting),
        group('b', {
          type: 'recording',
          name: 'x',
          query: '1',
          health: 'odd',
        }),
      ]);
    await expect(clients.client().rules()).resolves.toEqual([
      {
        kind: 'recording',
        group: 'a',
        file: '/etc/a.yml',
        name: 'slo:sli_error:ratio_rate5m',
        query: 'a / b',
        labels: { sloth_id: 'cart-x' },
        annotations: {},
        holdSeconds: 0,
        intervalSeconds: 30,
        health: 'ok',
        lastError: undefined,
      },
      expect.objectContaining({
        kind: 'alerting',
        annotations: { summary: 's' },
        holdSeconds: 120,
        health: 'err',
        lastError: 'many-to-many',
      }),
      expect.objectContaining({ group: 'b', labels: {}, health: 'unknown' }),
    ]);
  });

  it('reads all pages', async () => {
    clients.stub.reply = ({ path }) =>
      path.includes('group_next_token=n%2F%26')
        ? listed([group('b', recording)])
        : listed([group('a', recording)], 'n/&');
    const rules = await clients.client().rules();
    expect(rules.map(rule => rule.group)).toEqual(['a', 'b']);
    expect(
      clients.stub.requests.map(({ method, path }) => [method, path]),
    ).toEqual([
      ['GET', '/prometheus/api/v1/rules?exclude_alerts=true&group_limit=500'],
      [
        'GET',
        '/prometheus/api/v1/rules?exclude_alerts=true&group_limit=500&group_next_token=n%2F%26',
      ],
    ]);
  });

  it('knows the token by the name that Prometheus 3.0 has for it', async () => {
    clients.stub.reply = ({ path }) =>
      path.includes('group_next_token')
        ? listed([group('b', recording)])
        : {
            body: {
              status: 'success',
              data: {
                groups: [group('a', recording)],
                'groupNextToken:omitempty': 'next',
              },
            },
          };
    await expect(clients.client().rules()).resolves.toHaveLength(2);
  });

  it('begins again when the rules changed between two pages', async () => {
    let changes = 1;
    clients.stub.reply = ({ path }) => {
      if (!path.includes('group_next_token')) {
        return listed([group('a', recording)], 'next');
      }
      changes -= 1;
      return changes >= 0
        ? refusal(400, 'bad_data', 'invalid group_next_token')
        : listed([group('b', recording)]);
    };
    await expect(clients.client().rules()).resolves.toHaveLength(2);
    expect(clients.stub.requests).toHaveLength(4);
  });

  it('gives up on rules that change all the time, and on pages without end', async () => {
    clients.stub.reply = ({ path }) =>
      path.includes('group_next_token')
        ? refusal(400, 'bad_data', 'invalid group_next_token')
        : listed([group('a')], 'next');
    await expect(clients.client().rules()).rejects.toMatchObject({
      fault: 'rejected',
    });

    clients.stub.reset();
    clients.stub.reply = () => listed([group('a')], 'same');
    await expect(clients.client().rules()).rejects.toMatchObject({
      fault: 'malformed',
    });
    expect(clients.stub.requests).toHaveLength(2);
  });

  it('takes what it understands, and no list for no rules', async () => {
    clients.stub.reply = () =>
      listed([7, group('a', recording, { type: 'other' }, null), {}]);
    await expect(clients.client().rules()).resolves.toHaveLength(1);
    clients.stub.reply = () => listed(null);
    await expect(clients.client().rules()).resolves.toEqual([]);
    clients.stub.reply = () => listed('none');
    await expect(clients.client().rules()).rejects.toMatchObject({
      fault: 'malformed',
    });
  });
});
