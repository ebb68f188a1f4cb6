import { describe, expect, it } from 'vitest';
import { Playback, type Speed } from '../../../src/island/playback.ts';
import { asked, ended, logOf, started, wrote } from './events.ts';

/** A real clock that moves when a test says so. */
class FakeClock {
  milliseconds = 1000;
  readonly now = () => this.milliseconds;

  pass(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }
}

const NAPS = logOf(started(), wrote(0, 'start\n'), wrote(0.1, 'one\n'), wrote(9, 'two\n'), ended(9));

function playing(speed: Speed = 1) {
  const clock = new FakeClock();
  const playback = new Playback(clock.now, speed);
  const after = (seconds: number) => {
    clock.pass(seconds);
    playback.advance();
    return { visible: playback.visible, at: playback.at };
  };
  return { clock, playback, after };
}

describe('playback', () => {
  it('shows each event of a run that is already over when its simulated time has passed', () => {
    const { playback, after } = playing();
    playback.append(NAPS);
    expect(playback.visible).toBe(2);
    expect(after(0.05)).toEqual({ visible: 2, at: 0.05 });
    expect(after(0.05)).toEqual({ visible: 3, at: 0.1 });
    expect(after(8).visible).toBe(3);
    expect(after(1)).toEqual({ visible: 5, at: 9 });
    expect(playback.caughtUp).toBe(true);
  });

  it('plays four times as fast at 4x', () => {
    const { playback, after } = playing(4);
    playback.append(NAPS);
    expect(after(2).visible).toBe(3);
    expect(after(0.25).visible).toBe(5);
  });

  it('shows everything known at once at infinite speed, and what follows as it comes', () => {
    const { playback, after } = playing(Infinity);
    playback.append(NAPS.slice(0, 3));
    expect(playback.visible).toBe(3);
    after(5);
    playback.append(NAPS.slice(3));
    expect(playback.visible).toBe(5);
    expect(playback.at).toBe(9);
  });

  it('follows a run whose work takes real time without falling behind', () => {
    const { clock, playback } = playing();
    playback.append(logOf(started()));
    clock.pass(1);
    playback.append([wrote(1, 'worked for a second\n')]);
    expect(playback.visible).toBe(2);
  });

  it('keeps the pauses that follow work which cost the program no time', () => {
    const { clock, playback, after } = playing();
    playback.append(logOf(started()));
    clock.pass(3);
    playback.append([wrote(0, 'computed\n'), wrote(0.5, 'slept\n')]);
    expect(playback.visible).toBe(2);
    expect(after(0.4).visible).toBe(2);
    expect(after(0.2).visible).toBe(3);
  });

  it('goes on from where the program asked, however long the reader took to answer', () => {
    const { clock, playback, after } = playing();
    playback.append(logOf(started(), asked(0.2)));
    clock.pass(30);
    playback.append([wrote(0.2, 'thanks\n'), wrote(0.7, 'bye\n')]);
    expect(playback.visible).toBe(3);
    expect(after(0.5).visible).toBe(4);
  });

  it('never puts the playhead beyond what is known', () => {
    const { playback, after } = playing();
    playback.append(logOf(started(), wrote(0.3, 'x')));
    expect(after(2).at).toBe(0.3);
  });

  it('shows nothing more while it is paused, not even what arrives', () => {
    const { playback, after } = playing();
    playback.append(NAPS.slice(0, 2));
    playback.pause();
    playback.append(NAPS.slice(2));
    expect(after(20).visible).toBe(2);
    playback.play();
    expect(after(0.1).visible).toBe(3);
  });

  it('changes speed from where it stands', () => {
    const { clock, playback, after } = playing();
    playback.append(NAPS);
    clock.pass(1);
    playback.setSpeed(4);
    expect(playback.at).toBe(1);
    expect(after(1).at).toBe(5);
    playback.setSpeed(Infinity);
    expect(playback.visible).toBe(5);
  });

  it('steps to any event, forward and back', () => {
    const { playback } = playing();
    playback.append(NAPS);
    playback.pause();
    playback.seek(4);
    expect(playback.at).toBe(9);
    expect(playback.latest).toMatchObject({ text: 'two\n' });
    playback.seek(1);
    expect(playback.at).toBe(0);
    expect(playback.visible).toBe(1);
    playback.seek(-3);
    expect(playback.latest).toBeNull();
  });

  it('goes to any instant, with everything that happened up to it', () => {
    const { playback } = playing();
    playback.append(NAPS);
    playback.pause();
    playback.seekTo(0.1);
    expect(playback.visible).toBe(3);
    playback.seekTo(0);
    expect(playback.visible).toBe(2);
    playback.seekTo(Infinity);
    expect(playback.visible).toBe(5);
  });
});
