import { fleetNames, serviceLabel } from '../content/applications';

const escaped = serviceLabel.replace(/[.]/g, '\\.');
const equals = new RegExp(`^${escaped}==?([\\w.-]+)$`);
const isIn = new RegExp(`^${escaped} in \\(([\\w., -]+)\\)$`);
const exists = new RegExp(`^${escaped}$`);

/**
 * The services whose applications a label selector finds. Any service has applications; a list without a selector has
 * those of the fleet. Undefined for a selector that nothing has a reason to use.
 */
export function selectServices(
  selector: string | null,
  fleet: number,
): string[] | undefined {
  if (!selector || exists.test(selector)) return fleetNames(fleet);
  const one = equals.exec(selector)?.[1];
  if (one) return [one];
  return isIn
    .exec(selector)?.[1]
    .split(',')
    .map(name => name.trim());
}
