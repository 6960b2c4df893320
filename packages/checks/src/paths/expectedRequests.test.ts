import { problemOf } from './expectedRequests';

const seen = (path: string, body = '') => ({
  method: 'GET',
  path,
  headers: {},
  body,
});

describe('problemOf', () => {
  it.each([
    '/api/v1/applications/cart-dev?project=shop',
    '/api/v1/applications?selector=a%3Db%26projects%3D*',
    '/api/v3/repos/shopstack/apps-sre/actions/workflows/cart.yml/runs?per_page=30',
    '/apis/apps/v1/deployments?labelSelector=shopstack.dev%2Fservice',
  ])('takes %s', path => {
    expect(problemOf(seen(path))).toBeUndefined();
  });

  it.each([
    '/api/v1/applications/../session',
    '/api/v1/applications/cart%2F..%2F..%2Fsession',
    '/api/v1/applications/%2e%2e',
    '/api/v1/applications/cart dev',
    '/api/v1/applications/cart?project=a?b',
    '/api/v1/applications?admin=true',
    '/api/v1/clusters',
    '/latest/meta-data',
  ])('refuses %s', path => {
    expect(problemOf(seen(path))).toBeDefined();
  });

  it('looks into bodies', () => {
    expect(problemOf(seen('/', '{"repositoryName":"a/../b c"}'))).toBeDefined();
    expect(problemOf(seen('/', '{"repositoryName":"a/b"}'))).toBeUndefined();
  });
});
