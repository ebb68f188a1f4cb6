import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../../src/log/events.ts';
import { announce } from '../../../../src/log/sentences/sentences.ts';
import type { Language } from '../../../../src/log/sentences/sentences.ts';
import { timelineOf } from '../../../../src/log/timeline.ts';
import { blockedLoop, cancelled } from '../stories.ts';

function told(log: EventLog, language: Language): readonly string[] {
  const timeline = timelineOf(log);
  return timeline.steps.map((step) => announce(timeline, step, language));
}

describe('a run told in English', () => {
  it('says who blocks the loop and whom that keeps', () => {
    expect(told(blockedLoop, 'en')).toEqual([
      'Step 1 of 22, 0 s: The program story.py starts.',
      'Step 2 of 22, 0 s: MainThread creates the task main at line 20: it is ready and waits for its turn.',
      'Step 3 of 22, 0 s: main runs for the first time at line 12.',
      'Step 4 of 22, 0 s: main creates the task ticker at line 13: it is ready and waits for its turn.',
      'Step 5 of 22, 0 s: main creates the task hog at line 14: it is ready and waits for its turn.',
      'Step 6 of 22, 0 s: main creates the task late at line 15: it is ready and waits for its turn.',
      'Step 7 of 22, 0 s: main waits at line 16 in gather for ticker, hog and late.',
      'Step 8 of 22, 0 s: ticker runs for the first time at line 8.',
      'Step 9 of 22, 0 s: ticker sleeps at line 9 for 0.1 s.',
      'Step 10 of 22, 0 s: hog runs for the first time at line 3.',
      'Step 11 of 22, 0 s: hog blocks the event loop at line 4 for 0.5 s with time.sleep. Meanwhile ticker and late are ready and cannot run.',
      'Step 12 of 22, 0.5 s: hog goes on: its sleep ended.',
      'Step 13 of 22, 0.5 s: hog is done at line 5.',
      'Step 14 of 22, 0.5 s: late runs for the first time at line 10.',
      'Step 15 of 22, 0.5 s: late is done at line 11.',
      'Step 16 of 22, 0.5 s: ticker is ready: its sleep ended.',
      'Step 17 of 22, 0.5 s: ticker resumes at line 9 because its sleep ended.',
      'Step 18 of 22, 0.5 s: ticker is done at line 9.',
      'Step 19 of 22, 0.5 s: main is ready: gather is over.',
      'Step 20 of 22, 0.5 s: main resumes at line 16 because gather is over.',
      'Step 21 of 22, 0.5 s: main is done at line 17.',
      'Step 22 of 22, 0.5 s: The program ends. The run took 0.5 s; its exit status is 0.',
    ]);
  });

  it('says who cancels whom and where that arrives', () => {
    expect(told(cancelled, 'en')).toEqual([
      'Step 1 of 23, 0 s: The program story.py starts.',
      'Step 2 of 23, 0 s: MainThread creates the task main at line 30: it is ready and waits for its turn.',
      'Step 3 of 23, 0 s: main runs for the first time at line 20.',
      'Step 4 of 23, 0 s: main creates the task worker at line 21: it is ready and waits for its turn.',
      'Step 5 of 23, 0 s: main sleeps at line 22 for 0.1 s.',
      'Step 6 of 23, 0 s: worker runs for the first time at line 3.',
      'Step 7 of 23, 0 s: worker sleeps at line 5 for 9 s.',
      'Step 8 of 23, 0 s: No task is ready: the event loop waits until 0.1 s.',
      'Step 9 of 23, 0.1 s: main is ready: its sleep ended.',
      'Step 10 of 23, 0.1 s: main resumes at line 22 because its sleep ended.',
      'Step 11 of 23, 0.1 s: main asks at line 23 for worker to be cancelled (“enough”).',
      'Step 12 of 23, 0.1 s: main waits at line 24 until worker is done.',
      'Step 13 of 23, 0.1 s: The cancellation reaches worker at line 5: CancelledError is raised there.',
      'Step 14 of 23, 0.1 s: worker sleeps at line 7 for 0.2 s.',
      'Step 15 of 23, 0.1 s: No task is ready: the event loop waits until 0.3 s.',
      'Step 16 of 23, 0.3 s: worker is ready: its sleep ended.',
      'Step 17 of 23, 0.3 s: worker resumes at line 7 because its sleep ended.',
      'Step 18 of 23, 0.3 s: worker ends as cancelled at line 8.',
      'Step 19 of 23, 0.3 s: main is ready: worker was cancelled.',
      'Step 20 of 23, 0.3 s: main resumes at line 24 because worker was cancelled.',
      'Step 21 of 23, 0.3 s: main fails at line 25 with ValueError: no.',
      'Step 22 of 23, 0.3 s: The interpreter reports “Traceback (most recent call last):”.',
      'Step 23 of 23, 0.3 s: The program ends. The run took 0.3 s; its exit status is 1.',
    ]);
  });
});

describe('a run told in Korean', () => {
  it('says who blocks the loop and whom that keeps', () => {
    expect(told(blockedLoop, 'ko')).toEqual([
      '22단계 중 1단계, 0초: 프로그램 story.py가 시작됩니다.',
      '22단계 중 2단계, 0초: MainThread가 20행에서 태스크 main을 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.',
      '22단계 중 3단계, 0초: main이 12행에서 처음으로 실행됩니다.',
      '22단계 중 4단계, 0초: main이 13행에서 태스크 ticker를 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.',
      '22단계 중 5단계, 0초: main이 14행에서 태스크 hog를 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.',
      '22단계 중 6단계, 0초: main이 15행에서 태스크 late를 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.',
      '22단계 중 7단계, 0초: main이 16행에서 gather로 ticker, hog, late를 기다립니다.',
      '22단계 중 8단계, 0초: ticker가 8행에서 처음으로 실행됩니다.',
      '22단계 중 9단계, 0초: ticker가 9행에서 0.1초 동안 잠듭니다.',
      '22단계 중 10단계, 0초: hog가 3행에서 처음으로 실행됩니다.',
      '22단계 중 11단계, 0초: hog가 4행에서 time.sleep으로 0.5초 동안 이벤트 루프를 막습니다. 그동안 ticker와 late는 준비되어 있어도 실행되지 못합니다.',
      '22단계 중 12단계, 0.5초: sleep이 끝나 hog가 이어서 실행됩니다.',
      '22단계 중 13단계, 0.5초: hog가 5행에서 완료됩니다.',
      '22단계 중 14단계, 0.5초: late가 10행에서 처음으로 실행됩니다.',
      '22단계 중 15단계, 0.5초: late가 11행에서 완료됩니다.',
      '22단계 중 16단계, 0.5초: sleep이 끝나 ticker가 준비되었습니다.',
      '22단계 중 17단계, 0.5초: sleep이 끝나 ticker가 9행에서 재개됩니다.',
      '22단계 중 18단계, 0.5초: ticker가 9행에서 완료됩니다.',
      '22단계 중 19단계, 0.5초: gather가 끝나 main이 준비되었습니다.',
      '22단계 중 20단계, 0.5초: gather가 끝나 main이 16행에서 재개됩니다.',
      '22단계 중 21단계, 0.5초: main이 17행에서 완료됩니다.',
      '22단계 중 22단계, 0.5초: 프로그램이 끝납니다. 걸린 시간은 0.5초, 종료 상태는 0입니다.',
    ]);
  });

  it('says who cancels whom and where that arrives', () => {
    expect(told(cancelled, 'ko')).toEqual([
      '23단계 중 1단계, 0초: 프로그램 story.py가 시작됩니다.',
      '23단계 중 2단계, 0초: MainThread가 30행에서 태스크 main을 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.',
      '23단계 중 3단계, 0초: main이 20행에서 처음으로 실행됩니다.',
      '23단계 중 4단계, 0초: main이 21행에서 태스크 worker를 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.',
      '23단계 중 5단계, 0초: main이 22행에서 0.1초 동안 잠듭니다.',
      '23단계 중 6단계, 0초: worker가 3행에서 처음으로 실행됩니다.',
      '23단계 중 7단계, 0초: worker가 5행에서 9초 동안 잠듭니다.',
      '23단계 중 8단계, 0초: 준비된 태스크가 없어 이벤트 루프가 0.1초가 될 때까지 대기합니다.',
      '23단계 중 9단계, 0.1초: sleep이 끝나 main이 준비되었습니다.',
      '23단계 중 10단계, 0.1초: sleep이 끝나 main이 22행에서 재개됩니다.',
      '23단계 중 11단계, 0.1초: main이 23행에서 worker의 취소를 요청합니다 (“enough”).',
      '23단계 중 12단계, 0.1초: main이 24행에서 worker가 완료되기를 기다립니다.',
      '23단계 중 13단계, 0.1초: 취소가 worker에 전달되어 5행에서 CancelledError가 발생합니다.',
      '23단계 중 14단계, 0.1초: worker가 7행에서 0.2초 동안 잠듭니다.',
      '23단계 중 15단계, 0.1초: 준비된 태스크가 없어 이벤트 루프가 0.3초가 될 때까지 대기합니다.',
      '23단계 중 16단계, 0.3초: sleep이 끝나 worker가 준비되었습니다.',
      '23단계 중 17단계, 0.3초: sleep이 끝나 worker가 7행에서 재개됩니다.',
      '23단계 중 18단계, 0.3초: worker가 8행에서 취소된 채로 끝납니다.',
      '23단계 중 19단계, 0.3초: worker가 취소되어 main이 준비되었습니다.',
      '23단계 중 20단계, 0.3초: worker가 취소되어 main이 24행에서 재개됩니다.',
      '23단계 중 21단계, 0.3초: main이 25행에서 ValueError: no로 실패합니다.',
      '23단계 중 22단계, 0.3초: 인터프리터가 알립니다: “Traceback (most recent call last):”.',
      '23단계 중 23단계, 0.3초: 프로그램이 끝납니다. 걸린 시간은 0.3초, 종료 상태는 1입니다.',
    ]);
  });
});
