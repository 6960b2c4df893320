import type { GoldenPathApi, NameAvailability } from '../../apis';
import { goldenPathApiRef } from '../../apis';
import { validateServiceName } from './validateServiceName';

async function errorsOf(
  name: string | undefined,
  answer: Partial<NameAvailability> | Error = {},
) {
  const checkName = jest.fn(async () => {
    if (answer instanceof Error) throw answer;
    return { name: name ?? '', available: true, takenBy: [], ...answer };
  });
  const api: GoldenPathApi = { checkName };
  const errors: string[] = [];
  await validateServiceName(
    name,
    { addError: message => errors.push(message) },
    {
      apiHolder: {
        get: ref => (ref.id === goldenPathApiRef.id ? (api as any) : undefined),
      },
    },
  );
  return { errors, checkName };
}

describe('validateServiceName', () => {
  it('lets a free name through', async () => {
    expect((await errorsOf('refunds')).errors).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['capitals', 'Refunds'],
    ['an underscore', 're_funds'],
    ['a dash at the end', 'refunds-'],
    ['41 characters', 'a'.repeat(41)],
  ])('refuses %s without asking', async (_what, name) => {
    const { errors, checkName } = await errorsOf(name);
    expect(errors).toHaveLength(1);
    expect(checkName).not.toHaveBeenCalled();
  });

  it('says who has a taken name', async () => {
    const { errors } = await errorsOf('order', {
      available: false,
      takenBy: [
        { where: 'catalog', what: 'component:default/order' },
        { where: 'apps-sre', what: 'the folder services/order' },
        { where: 'apps-sre', what: 'the file .github/workflows/order.yml' },
      ],
    });
    expect(errors).toEqual([
      'order is taken: catalog (component:default/order), apps-sre (the folder services/order and 1 more).',
    ]);
  });

  it.each([
    ['a source is down', { available: false, problem: 'the forge is down' }],
    ['it is called free with a problem', { problem: 'only two were read' }],
    ['the backend fails', new Error('Request failed with 503')],
  ])('does not take a name for free when %s', async (_what, answer) => {
    const { errors } = await errorsOf('refunds', answer);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('cannot be checked now');
  });
});
