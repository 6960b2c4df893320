export { AlertsCell } from './AlertsCell';
export { BudgetBar } from './BudgetBar';
export { BudgetCell } from './BudgetCell';
export { BurnCell } from './BurnCell';
export { NameCell } from './NameCell';
export { SliCell } from './SliCell';
