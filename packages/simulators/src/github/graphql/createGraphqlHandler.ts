import type { RequestHandler } from 'express';
import { graphql } from 'graphql';
import { z } from 'zod';
import { ApiError } from '../ApiError';
import { callerOf } from '../authentication';
import type { GithubContext } from '../context';
import { createRoot } from './createRoot';
import { schema } from './schema';

const graphqlRequest = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Answers GraphQL: what the schema does not have is an entry of `errors`, with status 200, as GitHub does. */
export function createGraphqlHandler(context: GithubContext): RequestHandler {
  return async (request, response) => {
    const parsed = graphqlRequest.safeParse(request.body);
    if (!parsed.success) {
      throw new ApiError(
        400,
        'A query attribute must be specified and must be a string.',
      );
    }
    const { query, variables, operationName } = parsed.data;
    const links = context.links(request);
    const result = await graphql({
      schema,
      source: query,
      rootValue: createRoot({ forge: context, links }, callerOf(request)),
      variableValues: variables,
      operationName,
    });
    response.json({
      ...(result.data !== undefined && { data: result.data }),
      ...(result.errors && {
        errors: result.errors.map(({ message, path, locations }) => ({
          type: /^Could not resolve/.test(message) ? 'NOT_FOUND' : undefined,
          message,
          path,
          locations,
        })),
      }),
    });
  };
}
