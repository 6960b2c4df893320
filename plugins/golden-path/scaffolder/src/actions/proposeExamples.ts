import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Open the pull requests of a new service',
    example: stringify({
      steps: [
        {
          id: 'propose',
          action: 'gitops:propose',
          name: 'Open pull requests',
          input: {
            template: 'create-service',
            values: {
              name: 'refunds',
              description: 'Returns money for returned goods',
              owner: 'group:default/team-checkout',
              system: 'system:default/checkout',
              runtime: 'node-express',
              environments: ['dev', 'staging', 'prod'],
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Open them only if the plan is still the one that was shown',
    example: stringify({
      steps: [
        {
          id: 'propose',
          action: 'gitops:propose',
          name: 'Open pull requests',
          input: {
            template: 'create-service',
            values: {
              name: 'refunds',
              description: 'Returns money for returned goods',
              owner: 'group:default/team-checkout',
              system: 'system:default/checkout',
              runtime: 'node-express',
              environments: ['dev'],
            },
            planHash:
              '0f343b0931126a20f133d67c2b018a3b1b5a5ff1d0a1d5a9c6f0f8a3f8b7c2d1',
          },
        },
      ],
    }),
  },
];
