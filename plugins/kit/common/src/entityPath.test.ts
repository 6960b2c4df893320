import { entityPath } from './entityPath';

describe('entityPath', () => {
  it('names the entity by its parts', () => {
    expect(entityPath('component:default/cart')).toBe(
      '/v1/entities/component/default/cart',
    );
  });

  it('encodes every part, so that no name leaves its place in the path', () => {
    expect(
      entityPath({ kind: 'component', namespace: '../..', name: 'a/b?c#d' }),
    ).toBe('/v1/entities/component/..%2F../a%2Fb%3Fc%23d');
  });

  it.each(['.', '..'])(
    'refuses %s, which would be a step in the path',
    name => {
      expect(() =>
        entityPath({ kind: 'component', namespace: 'default', name }),
      ).toThrow('cannot be named');
    },
  );
});
