import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import { listRoutes } from './listRoutes';
import { openApiDocument } from './openApiDocument';

const DOCUMENT = `
openapi: 3.1.0
info: { title: Images, version: '1' }
paths:
  /v1/entities/{kind}/images:
    get:
      responses:
        '200': { $ref: '#/components/responses/Images' }
        4XX:
          description: What is wrong
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Problem' }
    post:
      responses:
        '204': { description: Done }
components:
  responses:
    Images:
      description: Images
      content:
        application/json:
          schema:
            type: object
            required: [items]
            properties:
              items:
                type: array
                items: { $ref: '#/components/schemas/TaggedImage' }
  schemas:
    Image:
      type: object
      required: [digest]
      properties:
        digest: { type: string }
        pushedAt: { type: string, format: date-time }
    TaggedImage:
      allOf:
        - $ref: '#/components/schemas/Image'
        - type: object
          properties:
            tags: { type: array, items: { type: string } }
    Problem:
      type: object
      properties: { error: { type: object, additionalProperties: true } }
`;

describe('openApiDocument', () => {
  const directory = mkdtempSync(join(tmpdir(), 'openapi-'));
  const path = join(directory, 'openapi.yaml');
  writeFileSync(path, DOCUMENT);
  const document = openApiDocument(path);
  afterAll(() => rmSync(directory, { recursive: true }));

  const router = (...routes: ['get' | 'post', string][]) => {
    const made = Router();
    const inner = Router();
    made.use((_request, _response, next) => next());
    made.use(inner);
    for (const [method, at] of routes) {
      inner[method](at, () => {});
    }
    return made;
  };
  const images = '/v1/entities/:kind/images';

  it('finds routes, also of routers inside', () => {
    expect(listRoutes(router(['get', images], ['post', '/v1/x']))).toEqual([
      { method: 'get', path: images },
      { method: 'post', path: '/v1/x' },
    ]);
    const mounted = Router().use('/v2', Router());
    expect(() => listRoutes(mounted)).toThrow('mounted');
  });

  it('holds routes and document to each other', () => {
    expect(() =>
      document.assertCovers(router(['get', images], ['post', images])),
    ).not.toThrow();
    expect(() => document.assertCovers(router(['get', images]))).toThrow(
      'POST /v1/entities/{kind}/images has no route',
    );
    expect(() =>
      document.assertCovers(
        router(['get', images], ['post', images], ['get', '/v1/more']),
      ),
    ).toThrow('GET /v1/more is undocumented');
  });

  const good = {
    digest: 'sha256:1',
    tags: ['a'],
    pushedAt: '2026-11-20T10:00:00Z',
  };

  it('accepts what is documented', () => {
    expect(() => {
      document.assertAnswers('GET', images, 200, { items: [good] });
      document.assertAnswers('get', '/v1/entities/{kind}/images', 404, {
        error: { name: 'NotFoundError' },
      });
      document.assertAnswers('post', images, 204, {});
    }).not.toThrow();
  });

  it.each([
    ['a missing field', { items: [{ tags: [] }] }],
    ['another type', { items: [{ ...good, tags: 'a' }] }],
    ['another format', { items: [{ ...good, pushedAt: 'yesterday' }] }],
    ['an undocumented field', { items: [{ ...good, secret: 1 }] }],
    ['an undocumented field outside', { items: [], total: 1 }],
  ])('finds %s', (_what, body) => {
    expect(() => document.assertAnswers('get', images, 200, body)).toThrow(
      'GET /v1/entities/{kind}/images answering 200 differs',
    );
  });

  it('finds an undocumented status or body', () => {
    expect(() => document.assertAnswers('get', images, 500, {})).toThrow(
      'undocumented',
    );
    expect(() =>
      document.assertAnswers('post', images, 204, { id: 1 }),
    ).toThrow('it has a body');
  });

  it('refuses another version', () => {
    const old = join(directory, 'old.yaml');
    writeFileSync(old, 'openapi: 3.0.3\n');
    expect(() => openApiDocument(old)).toThrow('no OpenAPI 3.1 document');
  });
});
