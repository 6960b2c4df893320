import { readSyncAnswer } from './readSyncAnswer';

describe('readSyncAnswer', () => {
  it.each([
    ['event: finish\ndata: {"updated":true}\n\n', true],
    ['event: finish\ndata: {"updated":false}\n\n', false],
    [
      'event: log\ndata: "event: error"\n\nevent: finish\ndata: {"updated":true}\n\n',
      true,
    ],
  ])('reads %j', (stream, expected) => {
    expect(readSyncAnswer(stream)).toBe(expected);
  });

  it.each([
    ['event: error\ndata: "No \\"docs\\" here"\n\n', 'No "docs" here'],
    ['event: log\ndata: "building"\n\n', 'without an answer'],
    ['', 'without an answer'],
  ])('throws for %j', (stream, message) => {
    expect(() => readSyncAnswer(stream)).toThrow(message);
  });
});
