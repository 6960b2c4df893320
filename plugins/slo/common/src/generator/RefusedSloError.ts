import { InputError } from '@backstage/errors';
import {
  type SloSpecification,
  sloId,
} from '../specification/SloSpecification';

/** An objective that is sound in itself but cannot be made into rules the way that was asked for. */
export class RefusedSloError extends InputError {
  readonly slo: SloSpecification;
  /** Why, without the name of the objective. */
  readonly reason: string;

  constructor(slo: SloSpecification, reason: string) {
    super(`${sloId(slo)}: ${reason}`);
    this.slo = slo;
    this.reason = reason;
  }
}
