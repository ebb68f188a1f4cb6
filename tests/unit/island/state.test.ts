import { describe, expect, it } from 'vitest';
import { IDLE, isBusy, nextState, type IslandEvent, type IslandState } from '../../../src/island/state.ts';
import { ended } from './events.ts';

const LOADING: IslandState = { name: 'loading', progress: null };
const RUNNING: IslandState = { name: 'running', waitsForInput: false };
const FINISHED: IslandState = { name: 'finished', seconds: 0.9, status: 0, reason: 'finished' };
const STOPPED: IslandState = { name: 'stopped', seconds: 0.4 };
const FAILED: IslandState = { name: 'failed', reason: 'load', detail: 'offline' };
const ALL = [IDLE, LOADING, RUNNING, FINISHED, STOPPED, FAILED];

describe('the state of an island', () => {
  it.each(ALL)('goes from $name to loading when Run is pressed', (state) => {
    expect(nextState(state, { type: 'run-pressed' })).toEqual(LOADING);
  });

  it.each(ALL)('goes from $name to idle when Reset is pressed', (state) => {
    expect(nextState(state, { type: 'reset-pressed' })).toBe(IDLE);
  });

  it('goes through loading and running to finished', () => {
    const progress = { loadedBytes: 1, totalBytes: 6 };
    const loading = nextState(LOADING, { type: 'bytes-arrived', progress });
    expect(loading).toEqual({ name: 'loading', progress });
    expect(nextState(loading, { type: 'started' })).toEqual(RUNNING);
    expect(nextState(RUNNING, { type: 'end-shown', end: ended(0.9) })).toEqual(FINISHED);
  });

  it('waits for input and goes on', () => {
    const asking = nextState(RUNNING, { type: 'input-shown' });
    expect(asking).toEqual({ name: 'running', waitsForInput: true });
    expect(nextState(asking, { type: 'input-answered' })).toEqual(RUNNING);
  });

  it.each([LOADING, RUNNING])('can be stopped while $name', (state) => {
    expect(nextState(state, { type: 'stop-pressed', seconds: 0.4 })).toEqual(STOPPED);
    expect(isBusy(state)).toBe(true);
  });

  it.each([LOADING, RUNNING])('can fail while $name', (state) => {
    expect(nextState(state, { type: 'broke', reason: 'load', detail: 'offline' })).toEqual(FAILED);
  });

  it('counts a crash of the interpreter as a failure, and a stop by the runtime as a stop', () => {
    const end = (reason: 'crashed' | 'stopped') => nextState(RUNNING, { type: 'end-shown', end: { ...ended(0.4), reason } });
    expect(end('crashed')).toEqual({ name: 'failed', reason: 'crash', detail: '' });
    expect(end('stopped')).toEqual(STOPPED);
  });

  it('ignores what comes too late', () => {
    const late: readonly IslandEvent[] = [
      { type: 'bytes-arrived', progress: { loadedBytes: 1, totalBytes: 6 } },
      { type: 'started' },
      { type: 'input-shown' },
      { type: 'input-answered' },
      { type: 'end-shown', end: ended(0.9) },
      { type: 'stop-pressed', seconds: 1 },
      { type: 'broke', reason: 'crash', detail: '' },
    ];
    for (const state of [IDLE, FINISHED, STOPPED, FAILED]) {
      expect(isBusy(state)).toBe(false);
      for (const event of late) expect(nextState(state, event), `${event.type} in ${state.name}`).toBe(state);
    }
  });
});
