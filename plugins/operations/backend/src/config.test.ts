import { ConfigReader } from '@backstage/config';
import { readOperationsConfig } from './config';

const read = (operations: object) =>
  readOperationsConfig(new ConfigReader({ operations }));

describe('readOperationsConfig', () => {
  it('does without', () => {
    expect(readOperationsConfig(new ConfigReader({}))).toMatchObject({
      environments: ['dev', 'staging', 'prod'],
      links: [],
      secrets: { tag: 'service', names: [], staleAfterDays: 90 },
    });
  });

  it('takes names in place of the usual tag, or beside one', () => {
    const names = ['shop/{{environment}}/{{service}}'];
    expect(read({ secrets: { names } }).secrets.tag).toBeUndefined();
    expect(read({ secrets: { names, tag: 'app' } }).secrets).toMatchObject({
      names,
      tag: 'app',
    });
  });

  it.each([
    [{ links: [{ title: 'A', kind: 'movie', url: 'https://a' }] }, "'movie'"],
    [{ links: [{ title: 'A', url: 'https://a/{{b}}' }] }, "'{{b}}'"],
    [{ onCall: { pagerDutyUrl: 'pagerduty' } }, 'pagerDutyUrl'],
    [{ secrets: { accounts: ['12'], regions: ['eu-west-1'] } }, "'12'"],
    [{ secrets: { accounts: ['123456789012'], regions: ['moon'] } }, "'moon'"],
    [{ secrets: { accounts: ['123456789012'] } }, 'only of use together'],
    [{ secrets: { names: ['shop/{{environment}}'] } }, "no '{{service}}'"],
    [{ secrets: { names: ['{{service}} {{x}}'] } }, 'no secret can be named'],
    [{ secrets: { staleAfterDays: 0 } }, 'must be more than 0'],
  ])('fails at start on %j', (operations, words) => {
    expect(() => read(operations)).toThrow(words);
  });
});
