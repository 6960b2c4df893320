import { UpstreamError } from '@shopstack/plugin-kit-node';

/** Argo CD refuses an action for a reason that we have words for; the message is for the person who asked. */
export class ActionRefusedError extends UpstreamError {
  constructor(message: string, cause: unknown) {
    super('rejected', message, { cause });
    this.name = 'ActionRefusedError';
  }
}
