const factory = require('@backstage/cli/config/eslint-factory');

const foreignClients = {
  group: ['@aws-sdk/*', '@smithy/*', '@octokit/*'],
  message:
    'Foreign clients and their types stay under upstream/: map them to our own types there.',
};
const simulators = {
  group: ['@shopstack/simulators', '@shopstack/simulators/*'],
  message:
    'Only tests and the start script know the simulators; a plugin knows addresses.',
};

const restrict = patterns => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
});

/** The lint rules of the house: the Backstage set, and the borders between rooms. */
module.exports = directory =>
  factory(directory, {
    rules: {
      'no-console': 'error',
      ...restrict([foreignClients, simulators]),
    },
    overrides: [
      { files: ['**/upstream/**'], rules: restrict([simulators]) },
      {
        files: [
          '**/*.test.ts',
          '**/*.test.tsx',
          '**/dev/**',
          '**/testing/**',
          '**/__testUtils__/**',
        ],
        rules: { '@typescript-eslint/no-restricted-imports': 'off' },
      },
    ],
  });
