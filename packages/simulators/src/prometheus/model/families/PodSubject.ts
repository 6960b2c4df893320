import { ScrapeTarget } from '../../targets';
import { ServiceModel } from '../ServiceModel';

/** A pod, with what its service does. */
export interface PodSubject {
  readonly target: ScrapeTarget;
  readonly model: ServiceModel;
}
