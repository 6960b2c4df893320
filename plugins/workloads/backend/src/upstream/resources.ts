import { SERVICE_LABEL } from '@shopstack/plugin-kit-common';
import type { z } from 'zod';
import {
  autoscalerSchema,
  controllerSchema,
  eventSchema,
  podSchema,
} from './wire';

/** A kind of object that is collected. */
export interface Resource {
  plural: string;
  /** Path of its API group and version. */
  api: string;
  kind: string;
  schema: z.ZodType<{ metadata: { name: string; namespace?: string } }>;
  /** What narrows it for the whole fleet. */
  selector: { labelSelector?: string; fieldSelector?: string };
  /** Without these there is nothing to tell of a cluster; a fault of another one leaves only its part out. */
  required: boolean;
}

const LABELLED = { labelSelector: SERVICE_LABEL };

function controller(kind: string, api: string, required: boolean): Resource {
  return {
    plural: `${kind.toLowerCase()}s`,
    api,
    kind,
    schema: controllerSchema,
    selector: LABELLED,
    required,
  };
}

export const PODS: Resource = {
  plural: 'pods',
  api: '/api/v1',
  kind: 'Pod',
  schema: podSchema,
  selector: LABELLED,
  required: true,
};

/** What pods belong to. Rollouts only exist where Argo Rollouts is installed. */
export const CONTROLLERS: readonly Resource[] = [
  controller('Deployment', '/apis/apps/v1', true),
  controller('StatefulSet', '/apis/apps/v1', true),
  controller('DaemonSet', '/apis/apps/v1', true),
  controller('Rollout', '/apis/argoproj.io/v1alpha1', false),
];

export const AUTOSCALERS: Resource = {
  plural: 'horizontalpodautoscalers',
  api: '/apis/autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  schema: autoscalerSchema,
  selector: LABELLED,
  required: false,
};

/** Events carry no labels of what they are about, so the warnings of all namespaces are read and joined by name. */
export const EVENTS: Resource = {
  plural: 'events',
  api: '/api/v1',
  kind: 'Event',
  schema: eventSchema,
  selector: { fieldSelector: 'type=Warning' },
  required: false,
};

export const RESOURCES: readonly Resource[] = [
  PODS,
  ...CONTROLLERS,
  AUTOSCALERS,
  EVENTS,
];
