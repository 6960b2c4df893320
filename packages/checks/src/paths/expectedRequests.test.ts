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
    '/api/v3/repos/shopstack/apps-sre/contents/services/a%20b/slo.yaml?ref=main',
    '/api/v2/alerts?filter=sloth_id!%3D%22%22&active=true',
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
    '/api/v1/admin/tsdb/delete_series',
    '/api/v3/repos/shopstack/apps-sre/contents/services/../../../user',
    '/api/v3/repos/shopstack/apps-sre/contents/a%2F..%2Fb',
    '/latest/meta-data',
  ])('refuses %s', path => {
    expect(problemOf(seen(path))).toBeDefined();
  });

  it('reads the queries of Prometheus', () => {
    const query = (promql: string, more = '') =>
      problemOf(
        seen('/api/v1/query', `query=${encodeURIComponent(promql)}${more}`),
      );
    expect(query('up{job="a"}')).toBeUndefined();
    expect(query('up{job="a"} or up"}')).toBeDefined();
    expect(query('up', '&timeout=9999h')).toBeDefined();
  });

  it('looks into bodies', () => {
    expect(problemOf(seen('/', '{"repositoryName":"a/../b c"}'))).toBeDefined();
    expect(problemOf(seen('/', '{"repositoryName":"a/b"}'))).toBeUndefined();
  });
});
