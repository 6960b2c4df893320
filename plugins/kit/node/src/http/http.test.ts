import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { annotationList, missingAnnotation } from './annotationList';
import { parseEntityParams, requireEntity } from './entityFromRequest';
import {
  requireEntityPermission,
  requirePermission,
} from './requirePermission';

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', annotations: { a: ' x ,y,, x', b: ' , ' } },
};

describe('requirePermission', () => {
  const permission = createPermission({
    name: 'ecr.image.read',
    attributes: { action: 'read' },
  });

  it('passes on ALLOW and nothing else', async () => {
    const authorize = jest.fn();
    const permissions = mockServices.permissions.mock({ authorize });
    const credentials = mockCredentials.user();

    authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    await requirePermission(permissions, permission, credentials);
    expect(authorize).toHaveBeenCalledWith([{ permission }], { credentials });

    for (const decision of [[{ result: AuthorizeResult.DENY }], []]) {
      authorize.mockResolvedValue(decision);
      await expect(
        requirePermission(permissions, permission, credentials),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    }
  });
});

describe('requireEntityPermission', () => {
  const permission = createPermission({
    name: 'builds.build.start',
    attributes: { action: 'create' },
    resourceType: 'catalog-entity',
  });
  const ref = { kind: 'Component', namespace: 'default', name: 'cart' };

  it('asks for this entity, and names it in its refusal', async () => {
    const authorize = jest.fn();
    const permissions = mockServices.permissions.mock({ authorize });
    const credentials = mockCredentials.user();

    authorize.mockResolvedValue([{ result: AuthorizeResult.ALLOW }]);
    await requireEntityPermission(permissions, permission, ref, credentials);
    expect(authorize).toHaveBeenCalledWith(
      [{ permission, resourceRef: 'component:default/cart' }],
      { credentials },
    );

    for (const decision of [[{ result: AuthorizeResult.DENY }], []]) {
      authorize.mockResolvedValue(decision);
      await expect(
        requireEntityPermission(permissions, permission, ref, credentials),
      ).rejects.toMatchObject({
        name: 'NotAllowedError',
        message:
          "You may not use 'builds.build.start' on component:default/cart",
      });
    }
  });
});

describe('entities of requests', () => {
  it('reads the entity as the caller', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue(cart);
    const credentials = mockCredentials.user();
    const ref = parseEntityParams({
      kind: 'component',
      namespace: 'default',
      name: 'cart',
    });

    await expect(requireEntity(catalog, ref, credentials)).resolves.toBe(cart);
    expect(catalog.getEntityByRef).toHaveBeenCalledWith(ref, { credentials });
  });

  it('does not find what the caller may not see', async () => {
    const catalog = catalogServiceMock.mock();
    catalog.getEntityByRef.mockResolvedValue(undefined);
    await expect(
      requireEntity(
        catalog,
        { kind: 'component', namespace: 'default', name: 'cart' },
        mockCredentials.user(),
      ),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it.each(['..', '', 'a/b', 'a b', 'a\r\nb', 'x'.repeat(64), 'ü', '%2e'])(
    'refuses the name %j',
    name => {
      expect(() =>
        parseEntityParams({ kind: 'component', namespace: 'default', name }),
      ).toThrow('name of the entity is malformed');
    },
  );
});

describe('annotations', () => {
  it('takes several values, each once', () => {
    expect(annotationList(cart, 'a')).toEqual(['x', 'y']);
    expect(annotationList(cart, 'b')).toEqual([]);
    expect(annotationList(cart, 'c')).toEqual([]);
  });

  it('names what is missing', () => {
    expect(missingAnnotation(cart, 'a/x', 'a/y').message).toBe(
      "component:default/cart has no annotation 'a/x' or 'a/y'",
    );
  });
});
