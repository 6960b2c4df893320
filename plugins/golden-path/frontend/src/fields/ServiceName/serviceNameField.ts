import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ServiceName } from './ServiceName';
import { validateServiceName } from './validateServiceName';

/** The name of a new service, checked while it is typed and again before the next page. */
export const serviceNameField = createFormField({
  name: 'ServiceName',
  component: ServiceName,
  validation: validateServiceName,
  schema: makeFieldSchema({ output: z => z.string() }),
});
