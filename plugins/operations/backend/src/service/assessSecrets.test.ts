import { assessSecrets } from './assessSecrets';

const secret = (name: string, changes: object = {}) => ({
  name,
  arn: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`,
  accountId: '123456789012',
  region: 'eu-west-1',
  rotationEnabled: false,
  ...changes,
});
const now = new Date('2026-06-30T12:00:00Z');
const assess = (secrets: ReturnType<typeof secret>[], console: object = {}) =>
  assessSecrets(secrets, { staleAfterDays: 90, now, console });

describe('assessSecrets', () => {
  it('puts the longest unchanged first, and what is older than ninety days is stale', () => {
    const old = secret('old', { createdAt: '2026-01-01T00:00:00Z' });
    const rotated = secret('rotated', {
      ...old,
      name: 'rotated',
      lastRotatedAt: '2026-06-29T00:00:00Z',
    });
    const edge = secret('edge', { lastChangedAt: '2026-04-01T12:00:00Z' });
    expect(
      assess([secret('unknown'), rotated, edge, old]).map(
        ({ name, ageDays, stale }) => [name, ageDays, stale],
      ),
    ).toEqual([
      ['old', 180, true],
      ['edge', 90, false],
      ['rotated', 1, false],
      ['unknown', undefined, false],
    ]);
  });

  it('is never older than today when clocks differ', () => {
    const ahead = secret('a', { createdAt: '2026-07-01T00:00:00Z' });
    expect(assess([ahead])[0].ageDays).toBe(0);
  });

  it('leads to the console, through the sign-in where there is one', () => {
    const odd = secret('shop/dev/a b&c');
    const url =
      'https://eu-west-1.console.aws.amazon.com/secretsmanager/secret?name=shop%2Fdev%2Fa+b%26c&region=eu-west-1';
    expect(assess([odd])[0].consoleUrl).toBe(url);
    expect(assess([odd], { ssoSubdomain: 'shop' })[0].consoleUrl).toBe(
      `https://shop.awsapps.com/start/#/console?account_id=123456789012&destination=${encodeURIComponent(url)}`,
    );
    const china = secret('x', {
      arn: 'arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:x',
      region: 'cn-north-1',
    });
    expect(assess([china])[0].consoleUrl).toContain(
      'https://cn-north-1.console.amazonaws.cn/',
    );
  });
});
