import { parse, parseAllDocuments } from 'yaml';
import { fileOf, planOn } from './__testUtils__/planning';

const HOSTILE = [
  'a: b # c',
  '"; rm -rf / #',
  '\'single\' "double" `back`',
  '${{ secrets.GITOPS_TOKEN }}',
  '$(curl evil) `curl evil`',
  '${path.module} %{ if true }',
  '<$ owner $><% for x in y %>',
  '{{ .Values.x }} {% raw %}',
  '</title><script>alert(1)</script>',
  '- [x](javascript:alert(1)) | table | #1',
  '@everyone fixes #1 closes #2',
  '---',
  '\\',
  '👩‍💻 ünïcode',
  '*/ module "x" {',
];

describe.each(HOSTILE)('the text %j in title and description', text => {
  it('reaches files as text, and workflows, scripts, manifests and Terraform not at all', async () => {
    const marked = `${text} MARK`;
    const plan = await planOn({}, { title: marked, description: marked });
    expect(plan.checks.filter(one => one.state !== 'passed')).toEqual([]);

    const [component, api] = parseAllDocuments(
      fileOf(plan, 'services/refunds/catalog-info.yaml'),
    ).map(document => document.toJS());
    expect(component.metadata.description).toBe(marked);
    expect(api.metadata.title).toBe(`${marked} API`);
    const info = parse(fileOf(plan, 'services/refunds/openapi.yaml')).info;
    expect(info).toMatchObject({ title: marked, description: marked });
    const json = JSON.parse(fileOf(plan, 'services/refunds/package.json'));
    expect(json.description).toBe(marked);

    const holding = plan.repositories.flatMap(({ role, edits }) =>
      edits
        .filter(edit => edit.after.includes('MARK'))
        .map(edit => `${role}:${edit.path}`),
    );
    expect(holding).toEqual([
      'apps:services/refunds/README.md',
      'apps:services/refunds/catalog-info.yaml',
      'apps:services/refunds/docs/index.md',
      'apps:services/refunds/mkdocs.yml',
      'apps:services/refunds/openapi.yaml',
      'apps:services/refunds/package.json',
    ]);
    for (const { title, body } of plan.pullRequests) {
      expect(title).not.toContain('MARK');
      const [line] = body.split('\n').filter(one => one.includes('MARK'));
      // In a code span of a table: no mention, no closing of an issue, no markup, no other column.
      expect(line).toMatch(/^\| Description \| (`+).*MARK ?\1 \|$/);
    }
  });
});
