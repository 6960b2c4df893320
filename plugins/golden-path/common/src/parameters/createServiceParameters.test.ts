import { VALUES } from '../__testUtils__/planning';
import { parseCreateServiceParameters } from './createServiceParameters';

const parse = (values: Record<string, unknown>) =>
  parseCreateServiceParameters({ ...VALUES, ...values });

describe('parseCreateServiceParameters', () => {
  it('fills in what may be left out', () => {
    expect(parseCreateServiceParameters(VALUES)).toEqual({
      ...VALUES,
      title: 'Refunds',
      dependencies: [],
      pipeline: 'github-actions',
      rollout: 'rolling',
      exposure: 'internal',
    });
  });

  it('takes empty fields of a form as left out', () => {
    expect(parse({ title: '', dependencies: null }).title).toBe('Refunds');
    expect(parse({ name: 'gift-cards' }).title).toBe('Gift cards');
  });

  it('writes references in full and environments in order', () => {
    const parsed = parse({
      owner: 'team-checkout',
      system: 'Checkout',
      environments: ['prod', 'dev', 'prod'],
    });
    expect(parsed.owner).toBe('group:default/team-checkout');
    expect(parsed.system).toBe('system:default/Checkout');
    expect(parsed.environments).toEqual(['dev', 'prod']);
    expect(parse({ owner: 'user:jane' }).owner).toBe('user:default/jane');
  });

  it('makes one line of a text', () => {
    expect(parse({ description: ' one\r\n two\tthree ' }).description).toBe(
      'one two three',
    );
  });

  it.each([
    ['Refunds', 'DNS-1123'],
    ['refunds_api', 'DNS-1123'],
    ['-refunds', 'DNS-1123'],
    ['refunds-', 'DNS-1123'],
    ['réfunds', 'DNS-1123'],
    ['refunds.api', 'DNS-1123'],
    ['refunds/../order', 'DNS-1123'],
    ['refunds\n', 'DNS-1123'],
    ['', 'empty'],
    ['a'.repeat(41), 'at most 40'],
    ['1st', 'begin with a letter'],
    ['root', 'belongs to the platform'],
    ['infra', 'belongs to the platform'],
    ['kube-system', 'belongs to the platform'],
  ])('refuses the name %j', (name, reason) => {
    expect(() => parse({ name })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(new RegExp(`^name: .*${reason}`)),
      }),
    );
  });

  it('takes a name of 40 characters', () => {
    expect(parse({ name: 'a'.repeat(40) }).name).toHaveLength(40);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a missing value', { owner: undefined }, 'owner: is missing'],
    [
      'a wrong kind',
      { owner: 'component:x' },
      'owner: must be a group or a user',
    ],
    ['no reference', { system: 'a b' }, 'system: must be an entity reference'],
    [
      'another runtime',
      { runtime: 'cobol' },
      'runtime: must be node-express, not "cobol"',
    ],
    ['no runtime', { runtime: undefined }, 'runtime: is missing'],
    [
      'no environment',
      { environments: [] },
      'environments: must name at least one',
    ],
    [
      'another environment',
      { environments: ['qa'] },
      'environments.0: must be dev or staging or prod, not "qa"',
    ],
    [
      'environments as text',
      { environments: 'dev' },
      'environments: must be a list',
    ],
    [
      'a dependency',
      { dependencies: ['redis'] },
      'dependencies: must be empty',
    ],
    [
      'another pipeline',
      { pipeline: 'jenkins' },
      'pipeline: must be github-actions',
    ],
    ['an unknown parameter', { naem: 'x' }, 'naem: no such parameter'],
    [
      'an empty description',
      { description: ' ' },
      'description: must not be empty',
    ],
    ['a long title', { title: 'x'.repeat(81) }, 'title: must have at most 80'],
    [
      'a control character',
      { title: 'a\u0000b' },
      'title: must not contain control',
    ],
    [
      'reordered text',
      { description: 'a\u202eb' },
      'description: must not contain',
    ],
    [
      'half a character',
      { description: 'a\ud800' },
      'description: must not contain',
    ],
  ])('refuses %s and names the field', (_, values, message) => {
    expect(() => parse(values)).toThrow(message);
  });

  it('refuses what is no mapping', () => {
    for (const values of [undefined, null, 'refunds', ['refunds'], 7]) {
      expect(() => parseCreateServiceParameters(values)).toThrow(
        expect.objectContaining({ name: 'InputError' }),
      );
    }
  });

  it('names every field that is wrong at once', () => {
    expect(() => parse({ name: 'A', runtime: 'x' })).toThrow(
      /name: .*; runtime: /,
    );
  });
});
