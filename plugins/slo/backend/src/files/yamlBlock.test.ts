import { yamlBlock } from './yamlBlock';

const FILE = `version: prometheus/v1
service: cart
slos:
  # The first.
  - name: availability
    objective: 99.9

    sli:
      raw:
        error_ratio_query: |
          sum(x)
  - name: latency
    objective: 95
labels: {}
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: other
`;

it('cuts an objective out of a list', () => {
  expect(yamlBlock(FILE, 5)).toBe(`- name: availability
  objective: 99.9

  sli:
    raw:
      error_ratio_query: |
        sum(x)
`);
  expect(yamlBlock(FILE, 12)).toBe('- name: latency\n  objective: 95\n');
});

it('takes the whole document of an objective that is one', () => {
  expect(yamlBlock(FILE, 16)).toBe(
    'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: other\n',
  );
});

it('stays inside of the text', () => {
  expect(yamlBlock('a: 1\n', 99)).toBe('a: 1\n');
  expect(yamlBlock('', 1)).toBe('\n');
  expect(yamlBlock('- a: 1\r\n  b: 2\r\n- c: 3\r\n', 1)).toBe(
    '- a: 1\n  b: 2\n',
  );
});
