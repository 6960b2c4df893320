type Sdk = typeof import('@aws-sdk/client-secrets-manager');

/** The SDK is loaded when the first secrets are read: a portal that starts does not need it. */
export function loadSdk(): Sdk {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@aws-sdk/client-secrets-manager') as Sdk;
}
