/** Whether a percentage can be an objective: of 100 % there is no budget, and of 0 % nothing can fail. */
export function isObjective(percent: number): boolean {
  return percent > 0 && percent < 100;
}
