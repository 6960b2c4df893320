import request from 'supertest';
import { listen, type Listener } from '../../http/listen';
import { createTestWorld } from '../../world/createTestWorld';
import { ACCESS_KEY_ID } from '../account';
import { createAwsSimulator } from '../createAwsSimulator';
import { callAws, signedBy } from '../testing/callAws';

describe('AWS STS', () => {
  const world = createTestWorld();
  const { app } = createAwsSimulator({ world });
  let listener: Listener;
  beforeAll(async () => {
    listener = await listen(app, 0);
  });
  afterAll(async () => {
    await listener.close();
    await world.close();
  });

  const call = (form: Record<string, string>, key: string = ACCESS_KEY_ID) =>
    request(app)
      .post('/')
      .set('authorization', signedBy(key, 'sts'))
      .type('form')
      .send({ Version: '2011-06-15', ...form });
  const assume = (form: object = {}) =>
    call({
      Action: 'AssumeRole',
      RoleArn: 'arn:aws:iam::123456789012:role/portal',
      RoleSessionName: 'session',
      ...form,
    });
  const element = (xml: string, name: string) =>
    new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

  it('gives out credentials that the services accept until they expire', async () => {
    const { status, text } = await assume();
    expect(status).toBe(200);
    const key = element(text, 'AccessKeyId')!;
    const identity = await call({ Action: 'GetCallerIdentity' }, key);
    expect(element(identity.text, 'Arn')).toBe(
      'arn:aws:sts::123456789012:assumed-role/portal/session',
    );
    const list = () =>
      callAws(listener.url, {
        service: 'codebuild',
        target: 'CodeBuild_20161006.ListProjects',
        input: {},
        key,
      });
    expect(await list()).toEqual({ projects: [] });

    const later = Date.parse(element(text, 'Expiration')!) + 1;
    world.clock.setNow(new Date(later));
    expect(await list()).toMatchObject({ __type: 'ExpiredTokenException' });
  });

  it.each([
    [{ RoleArn: 'arn:aws:iam::999999999999:role/other' }, 'AccessDenied'],
    [{ RoleSessionName: '' }, 'ValidationError'],
    [{ DurationSeconds: '60' }, 'ValidationError'],
    [{ Action: 'GetFederationToken' }, 'InvalidAction'],
  ])('refuses %j', async (form, code) => {
    const { status, text } = await assume(form);
    expect([status, element(text, 'Code')]).toEqual([403, code]);
  });

  it('refuses a key it did not give out', async () => {
    const { status, text } = await call(
      { Action: 'GetCallerIdentity' },
      'OTHER',
    );
    expect([status, element(text, 'Code')]).toEqual([
      403,
      'UnrecognizedClientException',
    ]);
  });
});
