import { matchesFilters } from './matchesFilters';
import { parseWorkflow, WorkflowError } from './parseWorkflow';

const push = (on: string) =>
  parseWorkflow('w.yml', `on:\n  push: ${on}\njobs: {a: {steps: [{run: x}]}}`)
    .push!;

describe('matchesFilters', () => {
  it.each([
    ['{}', 'any', ['a'], true],
    ['{branches: [main]}', 'main', ['a'], true],
    ['{branches: [main]}', 'topic', ['a'], false],
    ["{branches: ['release/**', '!release/old']}", 'release/a/b', [], true],
    ["{branches: ['release/**', '!release/old']}", 'release/old', [], false],
    ['{branches-ignore: [main]}', 'main', [], false],
    ["{paths: ['services/order/**']}", 'main', ['services/order/.npmrc'], true],
    ["{paths: ['services/order/**']}", 'main', ['services/cart/a.ts'], false],
    ["{paths: ['services/*']}", 'main', ['services/order/a.ts'], false],
    ["{paths: ['**', '!docs/**']}", 'main', ['docs/a.md'], false],
    ["{paths-ignore: ['docs/**']}", 'main', ['docs/a.md'], false],
    ["{paths-ignore: ['docs/**']}", 'main', ['docs/a.md', 'src/a.ts'], true],
  ])('%s on %s with %j: %s', (on, branch, changedFiles, expected) => {
    expect(matchesFilters(push(on), { branch, changedFiles })).toBe(expected);
  });
});

describe('parseWorkflow', () => {
  it('reads events in each of their forms', () => {
    const jobs = 'jobs: {a: {steps: [{uses: actions/checkout@v4}]}}';
    expect(parseWorkflow('w', `on: push\n${jobs}`).pullRequest).toBeUndefined();
    expect(
      parseWorkflow('w', `on: [push, pull_request]\n${jobs}`),
    ).toMatchObject({
      push: {},
      pullRequest: {},
    });
    expect(parseWorkflow('w', `on:\n  pull_request:\n${jobs}`)).toMatchObject({
      pullRequest: {},
      name: 'w',
      jobs: [{ key: 'a', name: 'a', needs: [] }],
    });
  });

  it.each([
    ['on: push', /jobs/],
    ['on: push\njobs: {}', /at least one job/],
    ['on: push\njobs: {a: {needs: b, steps: []}}', /unknown job 'b'/],
    ['on: push\njobs: {a: {needs: a, steps: []}}', /circle/],
    ['on: push\njobs: {a: {steps: [{name: x}]}}', /exactly one of/],
    ['on: [push\njobs: 1', /w\.yml/],
  ])('refuses %j', (text, reason) => {
    expect(() => parseWorkflow('w.yml', text)).toThrow(WorkflowError);
    expect(() => parseWorkflow('w.yml', text)).toThrow(reason);
  });
});
