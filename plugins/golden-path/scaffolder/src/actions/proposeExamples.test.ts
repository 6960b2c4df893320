import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import { createProposeAction } from './createProposeAction';
import { examples } from './proposeExamples';

describe('examples of gitops:propose', () => {
  it.each(examples.map(({ description, example }) => [description, example]))(
    '%s',
    async (_, example) => {
      const { input, action } = parse(example).steps[0];
      const propose = jest.fn().mockResolvedValue([]);
      const entity = (kind: string, name: string) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name, namespace: 'default' },
      });
      const proposeAction = createProposeAction({
        catalog: catalogServiceMock({
          entities: [
            entity('Group', 'team-checkout'),
            entity('System', 'checkout'),
          ],
        }),
        goldenPaths: {
          planning: { plan: jest.fn(), findNameConflicts: jest.fn() },
          proposals: { propose },
        },
      });
      const context = createMockActionContext({ input });
      context.getInitiatorCredentials = async () => mockCredentials.user();

      await proposeAction.handler(context as any);

      expect(action).toBe(proposeAction.id);
      expect(propose).toHaveBeenCalledWith(
        expect.objectContaining(input),
        expect.anything(),
      );
    },
  );
});
