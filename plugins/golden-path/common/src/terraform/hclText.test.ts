import { argumentsOf, blocksOf, quotedStringsOf } from './hclText';

describe('blocksOf', () => {
  it('tells top-level blocks apart', () => {
    const blocks = blocksOf(`# module "no" {
terraform {
  backend "s3" {}
}
module "a" { # }
  source = "./\${var.x}{"
  tags   = { b = "}" }
}
/* module "neither" { */
resource "aws_x" "y" {
}
`);
    expect(blocks.map(({ type, labels }) => [type, ...labels])).toEqual([
      ['terraform'],
      ['module', 'a'],
      ['resource', 'aws_x', 'y'],
    ]);
    expect(Object.fromEntries(argumentsOf(blocks[1].body))).toEqual({
      source: '"./${var.x}{"',
      tags: '{ b = "}" }',
    });
  });

  it('survives what is no HCL', () => {
    expect(blocksOf('module "a" {\n  x = [\n')).toHaveLength(1);
    expect(blocksOf('{{ }}"')).toEqual([]);
  });
});

describe('argumentsOf', () => {
  it('leaves out what is in blocks and keeps values of several lines', () => {
    const found = argumentsOf(
      '\n  a = 1\n  b = [\n    "x",\n    "y = z",\n  ]\n  inner {\n    c = 2\n  }\n  d == e\n',
    );
    expect([...found.keys()]).toEqual(['a', 'b']);
    expect(found.get('b')).toBe('[\n    "x",\n    "y = z",\n  ]');
  });
});

describe('quotedStringsOf', () => {
  it('leaves comments out', () => {
    expect(quotedStringsOf('a = "x#y" # "z"\nb = "q\\"r" // "s"\n')).toEqual([
      'x#y',
      'q\\"r',
    ]);
  });
});
