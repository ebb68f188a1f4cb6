/** Timelines as short texts, so that tests read (and fail) as a reader would see the picture. */
import type { Awaited } from '../../../src/log/events.ts';
import type { Lane, Link, Span, Timeline } from '../../../src/log/model.ts';
import type { Step } from '../../../src/log/steps.ts';

/** @example ['ready 0', 'running 0 line 3', 'waiting 0-0.1 line 4 sleep 0.1', 'done 0.1'] */
export function tellLane(timeline: Timeline, label: string): readonly string[] {
  const lane = timeline.lanes.find((candidate) => candidate.label === label);
  if (lane === undefined) throw new Error(`No lane ${label}; there are ${timeline.lanes.map((l) => l.label).join(', ')}`);
  return lane.spans.map((span) => tellSpan(timeline, span));
}

export function tellSpan(timeline: Timeline, span: Span): string {
  const { from, to, line } = span;
  const over = span.state === 'done' || span.state === 'failed' || span.state === 'cancelled';
  const time = over || to.at === from.at ? seconds(from.at) : `${seconds(from.at)}-${seconds(to.at)}`;
  const words = [span.state, time, ...(line === undefined ? [] : [`line ${line}`])];
  if (span.state === 'ready') words.push(span.why);
  if (span.state === 'waiting') words.push(tellAwaited(timeline, span.on));
  if (span.state === 'blocking') {
    if (span.on !== undefined) words.push(tellAwaited(timeline, span.on));
    words.push(`keeps ${span.keeps.map((task) => labelOf(timeline, `task-${task}`)).join(', ') || 'nobody'}`);
  }
  if (over && 'error' in span) words.push(String(span.error));
  return words.join(' ');
}

export function tellLinks(timeline: Timeline, kind: Link['kind']): readonly string[] {
  return timeline.links.filter((link) => link.kind === kind).map((link) => tellLink(timeline, link));
}

function tellLink(timeline: Timeline, link: Link): string {
  const name = (id: Lane['id']): string => labelOf(timeline, id);
  const line = link.line === undefined ? '' : ` at line ${link.line}`;
  if (link.kind === 'awaits') {
    return `${name(link.lane)} awaits ${link.awaited.map(name).join(', ')}${line} ${seconds(link.at.at)}-${seconds(link.until.at)}`;
  }
  const deed = `${link.by === undefined ? 'nobody' : name(link.by)} ${link.kind} ${name(link.lane)}${line} ${seconds(link.at.at)}`;
  if (link.kind !== 'cancelled') return deed;
  const where = link.delivered === undefined ? 'nowhere' : `at line ${link.delivered.line} ${seconds(link.delivered.at.at)}`;
  return `${deed} (${link.message ?? ''}) delivered ${where}`;
}

/** @example '0.1 woken 12-15' */
export function tellStep({ at, what, first, last, lasts }: Step): string {
  return `${seconds(at)} ${what.kind} ${first}-${last}${lasts === 0 ? '' : ` +${seconds(lasts)}`}`;
}

function tellAwaited(timeline: Timeline, on: Awaited): string {
  switch (on.what) {
    case 'sleep':
      return `sleep ${on.seconds}`;
    case 'task':
      return labelOf(timeline, `task-${on.task}`);
    case 'tasks':
      return `${on.call} of ${on.tasks.map((task) => labelOf(timeline, `task-${task}`)).join(', ')}`;
    case 'thread':
      return labelOf(timeline, `thread-${on.thread}`);
    case 'loop':
    case 'executor':
    case 'turn':
    case 'input':
      return on.what;
    case 'call':
      return on.call;
  }
}

function labelOf(timeline: Timeline, id: Lane['id']): string {
  return timeline.lanes.find((lane) => lane.id === id)?.label ?? id;
}

function seconds(at: number): string {
  return String(Number(at.toFixed(3)));
}
