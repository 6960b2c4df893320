/** A build that kustomize would refuse. The message is in the words kustomize uses, with paths of the repository. */
export class KustomizeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'KustomizeError';
  }
}
