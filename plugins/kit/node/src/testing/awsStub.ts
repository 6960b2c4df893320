import type { StubReply, StubRequest } from './HttpStub';

/** A request of the AWS JSON protocols: the operation, for example `DescribeImages`, and what it was asked. */
export function readAwsRequest(request: StubRequest): {
  operation: string;
  input: Record<string, any>;
} {
  const target = String(request.headers['x-amz-target'] ?? '');
  return {
    operation: target.slice(target.lastIndexOf('.') + 1),
    input: request.body ? JSON.parse(request.body) : {},
  };
}

/** An answer of the AWS JSON protocols. */
export function awsAnswer(output: object): StubReply {
  return {
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: output,
  };
}

/** An error of the AWS JSON protocols, by its name, for example `ThrottlingException`; they answer nearly all with 400. */
export function awsError(
  name: string,
  options: { status?: number; headers?: Record<string, string> } = {},
): StubReply {
  return {
    status: options.status ?? 400,
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      ...options.headers,
    },
    body: { __type: name, message: `${name} of the stub` },
  };
}
