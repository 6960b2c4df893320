type Sdk = typeof import('@aws-sdk/client-ecr');

/** The SDK is loaded when the first repository is read: a portal that starts does not need it. */
export async function loadSdk(): Promise<Sdk> {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@aws-sdk/client-ecr') as Sdk;
}
