import { arnOf, digestOf } from '../__testUtils__/EcrStub';
import { readRegistryEvent } from './registryEvent';

const event = (detailType: string, detail: object, rest: object = {}) => ({
  version: '0',
  source: 'aws.ecr',
  'detail-type': detailType,
  account: '123456789012',
  region: 'us-east-1',
  detail,
  ...rest,
});

describe('readRegistryEvent', () => {
  it('reads a push', () => {
    expect(
      readRegistryEvent(
        event('ECR Image Action', {
          result: 'SUCCESS',
          'repository-name': 'shopstack/cart',
          'image-digest': digestOf(1),
          'action-type': 'PUSH',
          'image-tag': 'v1',
        }),
      ),
    ).toMatchObject({
      kind: 'image',
      repository: { arn: arnOf('shopstack/cart') },
    });
  });

  it('reads a scan of Amazon ECR and of Amazon Inspector, in every partition', () => {
    const detail = {
      'scan-status': 'COMPLETE',
      'repository-name': 'cart',
      'image-digest': digestOf(1),
    };
    expect(
      readRegistryEvent(
        event('ECR Image Scan', detail, { region: 'cn-north-1' }),
      ),
    ).toMatchObject({
      kind: 'scan',
      digest: digestOf(1),
      repository: { partition: 'aws-cn', region: 'cn-north-1' },
    });
    expect(
      readRegistryEvent(
        event(
          'Inspector2 Scan',
          { ...detail, 'repository-name': arnOf('cart') },
          { source: 'aws.inspector2' },
        ),
      ),
    ).toMatchObject({ kind: 'scan', repository: { arn: arnOf('cart') } });
  });

  it.each([
    [undefined],
    ['text'],
    [{}],
    [event('Something else', {})],
    [event('ECR Image Scan', { 'repository-name': 'cart' })],
    [event('ECR Image Action', { 'repository-name': '../../cart' })],
    [event('ECR Image Action', { 'repository-name': arnOf('a?b') })],
    [
      event(
        'ECR Image Action',
        { 'repository-name': 'cart' },
        { account: '1' },
      ),
    ],
  ])('reads nothing of %j', payload => {
    expect(readRegistryEvent(payload)).toBeUndefined();
  });
});
