import { LinkTemplate } from './LinkTemplate';

const template = (url: string, environments?: string[]) =>
  new LinkTemplate({ kind: 'logs', title: 'Logs', url, environments });

describe('LinkTemplate', () => {
  it('fills in the identity', () => {
    const link = template(
      'https://grafana.example/d/x?var-service={{service}}&var-env={{ environment }}#{{cluster}}',
    ).fill({ service: 'cart', environment: 'dev', cluster: 'eu-1' });
    expect(link).toEqual({
      kind: 'logs',
      title: 'Logs',
      url: 'https://grafana.example/d/x?var-service=cart&var-env=dev#eu-1',
    });
  });

  it.each([
    ['a&b=c', 'https://x.example/a%26b%3Dc?q=a%26b%3Dc'],
    ['../admin', 'https://x.example/..%2Fadmin?q=..%2Fadmin'],
    ['#?', 'https://x.example/%23%3F?q=%23%3F'],
    ['a"b c\r\n', 'https://x.example/a%22b%20c%0D%0A?q=a%22b%20c%0D%0A'],
    ['{{team}}', 'https://x.example/%7B%7Bteam%7D%7D?q=%7B%7Bteam%7D%7D'],
  ])('encodes %j', (service, url) => {
    expect(
      template('https://x.example/{{service}}?q={{service}}').fill({ service })
        ?.url,
    ).toBe(url);
  });

  it.each(['.', '..', ''])('makes no link of the value %j', service => {
    expect(
      template('https://x.example/{{service}}/y').fill({ service }),
    ).toBeUndefined();
  });

  it('makes no link where a part is not known, or the environment is another', () => {
    const namespaced = template('https://x.example/{{namespace}}', ['prod']);
    const identity = { namespace: 'cart-prod', environment: 'prod' };
    expect(namespaced.fill(identity)).toBeDefined();
    expect(namespaced.fill({ ...identity, environment: 'dev' })).toBe(
      undefined,
    );
    expect(namespaced.fill({ environment: 'prod' })).toBeUndefined();
  });

  it.each([
    ['https://x.example/{{servcie}}', "unknown placeholder '{{servcie}}'"],
    ['https://x.example/{{constructor}}', 'unknown placeholder'],
    ['https://x.example/{{}}', 'unknown placeholder'],
    ['https://x.example/{{service', 'placeholder that does not end'],
    ['data:text/html,x', 'no http or https address'],
    ['ftp://x.example/', 'no http or https address'],
    ['/d/{{service}}', 'no http or https address'],
    ['https://{{service}}.example/', 'only after its host'],
    ['https://{{service}}', 'only after its host'],
    ['https://user:password@x.example/', 'no credentials'],
  ])('refuses %s at start', (url, words) => {
    expect(() => template(url)).toThrow(words);
    expect(() => template(url)).toThrow("The link 'Logs' in operations.links");
  });
});
