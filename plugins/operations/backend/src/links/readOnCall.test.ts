import { readOnCall } from './readOnCall';

const addresses = {
  pagerDutyUrl: 'https://shop.pagerduty.com',
  opsgenieUrl: 'https://shop.app.opsgenie.com',
};
const read = (annotations: Record<string, string>, from: object = addresses) =>
  readOnCall(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart', annotations },
    },
    from,
  );

describe('readOnCall', () => {
  it('reads all that an entity names', () => {
    expect(
      read({
        'shopstack.dev/on-call': ' https://oncall.example/cart?x=1 ',
        'pagerduty.com/service-id': 'PABC123',
        'opsgenie.com/component-selector':
          'tag:"service:cart" AND status: open',
      }),
    ).toEqual({
      onCall: [
        { provider: 'other', url: 'https://oncall.example/cart?x=1' },
        {
          provider: 'pagerduty',
          text: 'PABC123',
          url: 'https://shop.pagerduty.com/service-directory/PABC123',
        },
        {
          provider: 'opsgenie',
          text: 'tag:"service:cart" AND status: open',
          url: 'https://shop.app.opsgenie.com/alert/list?query=tag%3A%22service%3Acart%22%20AND%20status%3A%20open',
        },
      ],
      problems: [],
    });
  });

  it('shows words as words, and never a link of another scheme', () => {
    for (const text of ['Team checkout, +49 30 1234', 'data:text/html,x']) {
      expect(read({ 'shopstack.dev/on-call': text }).onCall).toEqual([
        { provider: 'other', text },
      ]);
    }
  });

  it('tells that there is a key, and never the key', () => {
    const found = read({ 'pagerduty.com/integration-key': 'r4nd0mk3y' });
    expect(found.onCall).toEqual([
      { provider: 'pagerduty', url: 'https://shop.pagerduty.com' },
    ]);
    expect(JSON.stringify(found)).not.toContain('r4nd0mk3y');
    const both = read({
      'pagerduty.com/integration-key': 'r4nd0mk3y',
      'pagerduty.com/service-id': 'P1',
    });
    expect(both.onCall).toHaveLength(1);
  });

  it('makes no links without the addresses of the accounts', () => {
    expect(read({ 'pagerduty.com/service-id': 'P1' }, {}).onCall).toEqual([
      { provider: 'pagerduty', text: 'P1' },
    ]);
  });

  it.each([
    ['pagerduty.com/service-id', '../../x'],
    ['pagerduty.com/service-id', 'P1?a=b'],
    ['shopstack.dev/on-call', 'a\r\nb'],
    ['shopstack.dev/on-call', 'x'.repeat(10_000)],
    ['opsgenie.com/component-selector', 'a\u0000b'],
  ])('names a malformed %s, and keeps the rest', (annotation, value) => {
    const { onCall, problems } = read({
      'shopstack.dev/on-call': 'Team checkout',
      [annotation]: value,
    });
    expect(problems).toEqual([
      {
        source: 'catalog',
        instance: annotation,
        state: 'unavailable',
        reason: `The annotation '${annotation}' is malformed`,
      },
    ]);
    expect(onCall).toHaveLength(annotation.startsWith('shopstack') ? 0 : 1);
  });

  it('has nothing where nothing is annotated', () => {
    expect(read({ 'shopstack.dev/on-call': '  ' })).toEqual({
      onCall: [],
      problems: [],
    });
  });
});
