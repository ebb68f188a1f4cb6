import { expect, it } from 'vitest';
import { particleAfter } from '../../../../src/log/sentences/particles.ts';

/** The word with its particle, as it is written. */
const written = (word: string, particle: Parameters<typeof particleAfter>[1]): string => word + particleAfter(word, particle);

it.each([
  ['태스크', '태스크가'],
  ['스레드 풀', '스레드 풀이'],
  ['worker-1', 'worker-1이'],
  ['worker-2', 'worker-2가'],
  ['Task-3', 'Task-3이'],
  ['Task-10', 'Task-10이'],
  ['job_5', 'job_5가'],
  ['main', 'main이'],
  ['worker', 'worker가'],
  ['quick', 'quick이'],
  ['slow', 'slow가'],
  ['tick', 'tick이'],
  ['task', 'task가'],
  ['job', 'job이'],
  ['log', 'log가'],
  ['sleep', 'sleep이'],
  ['good', 'good이'],
  ['TaskGroup', 'TaskGroup이'],
  ['timeout', 'timeout이'],
  ['bad', 'bad가'],
  ['name', 'name이'],
  ['file', 'file이'],
  ['queue', 'queue가'],
  ['A', 'A가'],
  ['N', 'N이'],
  ['TTL', 'TTL이'],
  ['Thread-1 (work)', 'Thread-1 (work)가'],
  ['gather()', 'gather()가'],
  ['', '가'],
])('the subject particle of "%s" gives %s', (word, expected) => {
  expect(written(word, 'subject')).toBe(expected);
});

it('gives every particle in both forms', () => {
  expect(written('main', 'topic')).toBe('main은');
  expect(written('worker', 'topic')).toBe('worker는');
  expect(written('main', 'object')).toBe('main을');
  expect(written('worker', 'and')).toBe('worker와');
});

it('knows that 로 follows ㄹ as it follows a vowel', () => {
  expect(written('sleep', 'by')).toBe('sleep으로');
  expect(written('gather', 'by')).toBe('gather로');
  expect(written('Event.clear_all', 'by')).toBe('Event.clear_all로');
  expect(written('worker-1', 'by')).toBe('worker-1로');
  expect(written('길', 'by')).toBe('길로');
});

// Three sounds, three forms: 이/가 says whether it is closed, 으로/로 whether that is with ㄹ.
it.each([
  ['worker-0', '이', '으로'],
  ['worker-3', '이', '으로'],
  ['worker-6', '이', '으로'],
  ['worker-7', '이', '로'],
  ['worker-8', '이', '로'],
  ['worker-9', '가', '로'],
  ['L', '이', '로'],
  ['R', '이', '로'],
  ['m', '이', '으로'],
  ['b', '가', '로'],
  ['API', '가', '로'],
  ['JVM', '이', '으로'],
  ['URL', '이', '로'],
  ['HTTP', '가', '로'],
  ['all', '이', '로'],
  ['little', '이', '로'],
  ['style', '이', '로'],
  ['whale', '이', '로'],
  ['time', '이', '으로'],
  ['long', '이', '으로'],
  ['from', '이', '으로'],
  ['meet', '이', '으로'],
  ['book', '이', '으로'],
  ['scout', '이', '으로'],
  ['get', '이', '으로'],
  ['disc', '가', '로'],
  ['up', '이', '으로'],
  ['soap', '가', '로'],
  ['가', '가', '로'],
  ['힣', '이', '으로'],
  ['파일', '이', '로'],
])('%s: %s, %s', (word, subject, by) => {
  expect(particleAfter(word, 'subject')).toBe(subject);
  expect(particleAfter(word, 'by')).toBe(by);
});
