import { account } from '../settings';
import type { StubAnswer, StubRequest } from '../StubServer';
import { codebuild } from './codebuild';
import { ecr } from './ecr';
import { tagging } from './tagging';

const services = [ecr, codebuild, tagging];

const headers = { 'content-type': 'application/x-amz-json-1.1' };

/** The AWS JSON 1.1 protocol: one POST to `/` with the operation in a header. STS alone speaks another. */
export function answerAws(request: StubRequest): StubAnswer {
  const target = String(request.headers['x-amz-target'] ?? '');
  if (!target) return answerSts(request);
  const [prefix, operation] = target.split('.');
  const found = services.find(service => service.target === prefix)?.operations[
    operation
  ];
  const input = JSON.parse(request.body || '{}');
  if (!found) {
    return { source: 'ecr', operation: target, subject: request.body };
  }
  return {
    source: found.source,
    operation,
    subject: found.subject(input),
    body: found.answer(input),
    headers,
  };
}

/** Above the rate: named so that every SDK knows what it means. */
export const awsRefusal = {
  status: 400,
  headers: { ...headers, 'x-amzn-errortype': 'ThrottlingException' },
  body: { __type: 'ThrottlingException', message: 'Rate exceeded' },
};

function answerSts({ body }: StubRequest): StubAnswer {
  const operation = new URLSearchParams(body).get('Action') ?? 'none';
  return {
    source: 'sts',
    operation,
    subject: '',
    ...(operation === 'GetCallerIdentity' && {
      body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      headers: { 'content-type': 'text/xml' },
    }),
  };
}
